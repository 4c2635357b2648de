import { newClientId } from '../../../src/records/ids.ts';
import { random } from '../../../src/app/state/random.ts';
import { changedPractice } from './changed-practice.ts';
import { openPractice } from './open-caseload.ts';

const target = document.getElementById('app');
if (!target) throw new Error('No place to mount');
const { practice } = await openPractice(target);
await practice.addClients(changedPractice.map((client) => ({ ...client, id: newClientId(random) })));
document.documentElement.dataset['ready'] = 'yes';

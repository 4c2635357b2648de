import { largeCaseload, largeLabel } from './large-caseload.ts';
import { openCaseload } from './open-caseload.ts';

const target = document.getElementById('app');
if (!target) throw new Error('No place to mount');
await openCaseload(target, largeCaseload, largeLabel);
document.documentElement.dataset['ready'] = 'yes';

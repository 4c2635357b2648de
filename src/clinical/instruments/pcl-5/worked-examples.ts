import { marx2022, nationalCenterPcl5 } from '../sources.ts';
import { pcl5 } from './pcl-5.ts';
import { answered, times, type WorkedExample } from '../../worked-examples/worked-example.ts';

export const workedExamples: readonly WorkedExample[] = [
  {
    instrument: pcl5,
    id: 'clusters',
    shows: 'The four clusters are questions 1 to 5, 6 and 7, 8 to 14, and 15 to 20.',
    response: answered(...times(5, 1), ...times(2, 2), ...times(7, 3), ...times(6, 4)),
    expected: {
      outcome: 'scored',
      total: 54,
      band: null,
      subscales: { b: { total: 5 }, c: { total: 4 }, d: { total: 21 }, e: { total: 24 } },
      criteria: { 'provisional-diagnosis': 'not-met' },
    },
    source: nationalCenterPcl5,
    basis: 'by-the-rule',
  },
  {
    instrument: pcl5,
    id: 'fewest',
    shows:
      'The fewest answers that meet the provisional pattern: one B, one C, two D and two E at “Moderately”.',
    response: answered(...times(20, 0).with(0, 2).with(5, 2).with(7, 2).with(8, 2).with(14, 2).with(15, 2)),
    expected: {
      outcome: 'scored',
      total: 12,
      criteria: { 'provisional-diagnosis': 'met' },
      sides: { 'forkus-2022-33': 'functional' },
    },
    source: nationalCenterPcl5,
    basis: 'by-the-rule',
  },
  {
    instrument: pcl5,
    id: 'no-avoidance',
    shows: 'A total of 72 does not meet the pattern by itself: without avoidance it is not met.',
    response: answered(...times(20, 4).with(5, 0).with(6, 0)),
    expected: {
      outcome: 'scored',
      total: 72,
      criteria: { 'provisional-diagnosis': 'not-met' },
      sides: { 'forkus-2022-33': 'clinical' },
    },
    source: nationalCenterPcl5,
    basis: 'by-the-rule',
  },
  {
    instrument: pcl5,
    id: 'twenty-eight',
    shows: '28 is on the other side for veterans; as a total alone it has no clusters.',
    response: { kind: 'total', total: 28 },
    expected: { outcome: 'scored', total: 28, sides: { 'marx-2022': 'functional' } },
    source: marx2022,
    basis: 'by-the-rule',
  },
];

// A cut-off that depends on sex: both are named where it is not known, one is used where it is (CLINICAL 1.8).
import { expect, test } from 'vitest';
import { auditC } from '../../../src/clinical/instruments/audit-c/audit-c.ts';
import { change, on, sentenceOn } from './cases.ts';

test('without a sex neither cut-off is used and both are said, with the side of each', () => {
  expect(sentenceOn(auditC, [on(4, 3)])).toBe(
    'Too few points to say. One AUDIT-C so far: 3 on 4 March 2026. Which cut-off counts depends on the person’s age or sex, and what is known does not decide it, so none is used: 4 or more (men): below the cut-off of 4; 3 or more (women): at the cut-off of 3, which counts as clinical.',
  );
});

test('the same where sex is given as neither', () => {
  expect(sentenceOn(auditC, [on(4, 3)], { person: { sex: 'other' } })).toContain('so none is used');
});

test('with a sex its own cut-off is used, and the other is not mentioned', () => {
  expect(sentenceOn(auditC, [on(4, 3)], { person: { sex: 'female' } })).toBe(
    'Too few points to say. One AUDIT-C so far: 3 on 4 March 2026, at the cut-off of 3, which counts as clinical.',
  );
  expect(sentenceOn(auditC, [on(4, 3)], { person: { sex: 'male' } })).toBe(
    'Too few points to say. One AUDIT-C so far: 3 on 4 March 2026, below the cut-off of 4.',
  );
});

test('two points: still no side is taken', () => {
  expect(change(auditC, 8, 3)).toMatch(
    /so none is used: 4 or more \(men\): below .*; 3 or more \(women\): at /,
  );
});

test('a person for whom no cut-off was made is told so', () => {
  const forAdults = { ...auditC, cutOffs: [{ ...auditC.cutOffs[0]!, for: { ageMin: 18 } }] };
  expect(sentenceOn(forAdults, [on(4, 3)], { person: { ageInYears: 16 } })).toContain(
    'None of the cut-offs is for a person of this age or sex, so none is used.',
  );
});

test('nothing scored yet: the cut-offs are named without a side', () => {
  expect(sentenceOn(auditC, [])).toContain('none is used: 4 or more (men); 3 or more (women).');
});

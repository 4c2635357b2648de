import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoSidedCriticalValue } from '../../../src/clinical/change/critical-value.ts';
import { cutOffC } from '../../../src/clinical/change/cut-off-c.ts';
import { edwardsNunnally } from '../../../src/clinical/change/edwards-nunnally.ts';
import { gulliksenLordNovick } from '../../../src/clinical/change/gulliksen-lord-novick.ts';
import { jacobsonTruax } from '../../../src/clinical/change/jacobson-truax.ts';
import { normalQuantile } from '../../../src/clinical/change/normal-quantile.ts';
import { reliableDirection } from '../../../src/clinical/change/reliable-change.ts';
import type { ChangeRule, CutOff } from '../../../src/clinical/instruments/instrument.ts';
import { applyRule } from '../../../src/clinical/verdict/apply-rule.ts';
import { errorCorridor } from '../../../src/clinical/verdict/error-corridor.ts';

const source = { label: 'a paper' };
const total = fc.integer({ min: 0, max: 27 });
const reliability = fc.double({ min: 0.3, max: 0.97, noNaN: true });
const sd = fc.double({ min: 1, max: 12, noNaN: true });

const published = fc
  .integer({ min: 1, max: 12 })
  .map((points): ChangeRule => ({ kind: 'published', id: 'p', label: 'p', points, source }));
const computed = fc.tuple(sd, reliability).map(([spread, coefficient]): ChangeRule => ({
  kind: 'jacobson-truax',
  id: 'jt',
  label: 'jt',
  sd: spread,
  reliability: { coefficient, kind: 'alpha', source },
  confidence: 0.95,
  source,
}));
const rule = fc.oneof(published, computed);
const cutOff = fc
  .record({ value: fc.integer({ min: 1, max: 26 }), inclusive: fc.boolean() })
  .map((given): CutOff => ({ ...given, id: 'c', label: 'c', source }));

test('a change smaller than the measurement error is unchanged, whatever cut-off it crosses', () => {
  fc.assert(
    fc.property(total, total, rule, cutOff, (start, latest, given, line) => {
      const { status, needed } = applyRule({ better: 'lower' }, { start, latest }, given, line);
      if (Math.abs(latest - start) < needed.points - 1e-6) expect(status).toBe('unchanged');
      if (Math.abs(latest - start) > needed.points + 1e-6) expect(status).not.toBe('unchanged');
    }),
  );
});

test('a measure turned upside down gives the same verdict', () => {
  fc.assert(
    fc.property(total, total, rule, cutOff, (start, latest, given, line) => {
      const turned = { start: 27 - start, latest: 27 - latest };
      const lower = applyRule({ better: 'lower' }, { start, latest }, given, line);
      const higher = applyRule({ better: 'higher' }, turned, given, { ...line, value: 27 - line.value });
      expect(higher.status).toBe(lower.status);
      expect(higher.clinicalAtStart).toBe(lower.clinicalAtStart);
      expect(higher.functionalNow).toBe(lower.functionalNow);
    }),
  );
});

test('there and back: what is reliably better one way is reliably worse the other', () => {
  const opposite = { better: 'worse', worse: 'better', neither: 'neither' } as const;
  fc.assert(
    fc.property(total, total, rule, (a, b, given) => {
      expect(reliableDirection(b, a, given, 'lower')).toBe(opposite[reliableDirection(a, b, given, 'lower')]);
    }),
  );
});

test('recovery always starts on the clinical side and ends on the functional one', () => {
  fc.assert(
    fc.property(total, total, rule, cutOff, (start, latest, given, line) => {
      const judgement = applyRule({ better: 'lower' }, { start, latest }, given, line);
      if (judgement.status === 'recovered') {
        expect(judgement).toMatchObject({ clinicalAtStart: true, functionalNow: true, direction: 'better' });
      }
      expect(applyRule({ better: 'lower' }, { start, latest }, given, null).status).not.toBe('recovered');
    }),
  );
});

test('the corridor holds exactly the totals that are unchanged from the baseline', () => {
  const anyStep = fc.constantFrom(0, 1);
  fc.assert(
    fc.property(total, total, rule, anyStep, (baseline, other, given, step) => {
      const measure = { range: { min: 0, max: 27 }, step };
      const { low, high, lowIsWithin, highIsWithin } = errorCorridor(baseline, given, measure);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(27);
      const within =
        (lowIsWithin ? other >= low : other > low) && (highIsWithin ? other <= high : other < high);
      expect(reliableDirection(baseline, other, given, 'lower') === 'neither').toBe(within);
    }),
  );
});

test('a more reliable measure needs less change', () => {
  fc.assert(
    fc.property(sd, reliability, fc.double({ min: 0.001, max: 0.02, noNaN: true }), (spread, r, more) => {
      const at = (coefficient: number): number =>
        jacobsonTruax({ pre: 0, post: 5, sd: spread, reliability: coefficient });
      expect(at(r + more)).toBeGreaterThan(at(r));
    }),
  );
});

test('with a client at the group’s mean there is no regression to allow for', () => {
  fc.assert(
    fc.property(total, total, sd, reliability, (mean, post, spread, r) => {
      const group = { pre: mean, post, meanPre: mean, sdPre: spread, reliability: r };
      expect(edwardsNunnally(group)).toBeCloseTo((post - mean) / (spread * Math.sqrt(1 - r)), 9);
      expect(gulliksenLordNovick(group)).toBeCloseTo((post - mean) / (spread * Math.sqrt(1 - r * r)), 9);
    }),
  );
});

test('cut-off c lies between the two means', () => {
  fc.assert(
    fc.property(total, total, sd, sd, (a, b, sdA, sdB) => {
      const c = cutOffC({ mean: a, sd: sdA }, { mean: b, sd: sdB });
      expect(c).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
      expect(c).toBeLessThanOrEqual(Math.max(a, b) + 1e-9);
    }),
  );
});

test('normal quantiles are symmetric and rise', () => {
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(share, share, (p, q) => {
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
      if (q - p > 1e-9) expect(normalQuantile(q)).toBeGreaterThan(normalQuantile(p));
    }),
  );
  expect(twoSidedCriticalValue(0.9)).toBeLessThan(twoSidedCriticalValue(0.95));
});

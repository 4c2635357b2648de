// The sentences are the product: each is held to the letter.
import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { change, gad7, on, own, phq9, sentenceOn } from './cases.ts';
import { incomplete, invalid, scorePoint } from '../clinical/score-points.ts';

const withoutCutOff = own({ better: 'lower', reliableChange: { points: 6 } });
const withCutOff = own({
  reliableChange: { points: 10 },
  cutOff: { value: 50, inclusive: true },
});

describe('before there is anything to judge', () => {
  test('no score at all', () => {
    expect(sentenceOn(phq9, [])).toBe(
      'No complete PHQ-9 in this course of therapy yet, so there is nothing to say.',
    );
  });

  test('only incomplete answers', () => {
    expect(sentenceOn(phq9, [incomplete()])).toBe(
      'No complete PHQ-9 in this course of therapy yet, so there is nothing to say. The last response is incomplete (8 of 9 answered) and is not counted.',
    );
  });

  test('one point says where it lies and nothing about change', () => {
    expect(sentenceOn(phq9, [on(4, 18)])).toBe(
      'Too few points to say. One PHQ-9 so far: 18 on 4 March 2026, moderately severe, above the cut-off of 10.',
    );
  });

  test('one point on the cut-off counts as clinical where it was published so', () => {
    expect(sentenceOn(phq9, [on(4, 10)])).toBe(
      'Too few points to say. One PHQ-9 so far: 10 on 4 March 2026, moderate, at the cut-off of 10, which counts as clinical.',
    );
  });

  test('one point of a measure without bands and cut-off, known by its session', () => {
    const point = on(4, 40, { occurredOn: null, sessionNumber: 4 });
    expect(sentenceOn(own(), [point])).toBe('Too few points to say. One Wellbeing so far: 40 in session 4.');
  });

  test('one point by a parent names the parent', () => {
    expect(sentenceOn(phq9, [on(4, 3, { respondent: 'parent' })])).toBe(
      'Too few points to say. One PHQ-9 (parent) so far: 3 on 4 March 2026, minimal, below the cut-off of 10.',
    );
  });

  test('a baseline moved to the latest score leaves one point', () => {
    const points = [on(4, 18), on(18, 9)];
    expect(
      sentenceOn(phq9, points, { baseline: { entryId: points[1]!.entryId, reason: 'new medication' } }),
    ).toBe(
      'Too few points to say since the moved baseline of 18 March 2026: 9, mild, below the cut-off of 10. Counted from 18 March 2026 instead of the first response, 4 March 2026: “new medication”.',
    );
  });
});

describe('recovered', () => {
  test('a reliable change across the cut-off', () => {
    expect(change(phq9, 18, 9)).toBe(
      'Down 9 points since 4 March 2026 (18 → 9): more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now below the cut-off of 10 (Kroenke, Spitzer & Williams 2001) — recovered.',
    );
  });

  test('where higher is better it says so', () => {
    expect(change(withCutOff, 28, 60)).toBe(
      'Up 32 points since 4 March 2026 (28 → 60; higher is better): more than the measure’s error going by the rule you entered (10 points), and now above the cut-off of 50 — recovered.',
    );
  });
});

describe('each figure has its own source', () => {
  const pcl5 = publishedInstruments.find(({ id }) => id === 'pcl-5')!;

  test('a recovery by one paper’s error and another’s cut-off is credited to neither alone', () => {
    expect(change(pcl5, 50, 31)).toBe(
      'Down 19 points since 4 March 2026 (50 → 31): more than the measure’s error going by Marx et al. 2022 (18 points), and now below the cut-off of 33 (Forkus et al. 2022 (review)) — recovered.',
    );
  });

  test('the GAD-7 takes both figures from one manual unless others are chosen: 8 is a case there', () => {
    expect(change(gad7, 12, 8)).toBe(
      'Down 4 points since 4 March 2026 (12 → 8): more than the measure’s error going by NHS Talking Therapies manual (4 points), but not below the cut-off of 8 — improved.',
    );
    expect(change(gad7, 12, 8, { cutOffId: 'spitzer-2006' })).toContain(
      'and now below the cut-off of 10 (Spitzer, Kroenke, Williams & Löwe 2006) — recovered.',
    );
  });
});

describe('improved', () => {
  test('still on the clinical side', () => {
    expect(change(phq9, 24, 15)).toBe(
      'Down 9 points since 4 March 2026 (24 → 15): more than the measure’s error going by Delgadillo et al. 2014 (6 points), but not below the cut-off of 10 — improved.',
    );
  });

  test('down to the cut-off itself is not below it', () => {
    expect(change(phq9, 20, 10)).toBe(
      'Down 10 points since 4 March 2026 (20 → 10): more than the measure’s error going by Delgadillo et al. 2014 (6 points), but not below the cut-off of 10 — improved.',
    );
  });

  test('recovery needs a clinical start', () => {
    expect(change(phq9, 9, 3)).toBe(
      'Down 6 points since 4 March 2026 (9 → 3): more than the measure’s error going by Delgadillo et al. 2014 (6 points). The start was below the cut-off of 10, so this is improved, not recovered.',
    );
  });

  test('a start exactly on a strict cut-off is on neither side', () => {
    const strict = own({
      better: 'lower',
      reliableChange: { points: 6 },
      cutOff: { value: 20, inclusive: false },
    });
    expect(change(strict, 20, 10)).toBe(
      'Down 10 points since 4 March 2026 (20 → 10): more than the measure’s error going by the rule you entered (6 points). The start was exactly on the cut-off of 20, which counts for neither side, so this is improved, not recovered.',
    );
  });

  test('where higher is better, still on the clinical side', () => {
    expect(change(withCutOff, 28, 50)).toBe(
      'Up 22 points since 4 March 2026 (28 → 50; higher is better): more than the measure’s error going by the rule you entered (10 points), but not above the cut-off of 50 — improved.',
    );
  });

  test('without a cut-off', () => {
    expect(change(withoutCutOff, 40, 30)).toBe(
      'Down 10 points since 4 March 2026 (40 → 30): more than the measure’s error going by the rule you entered (6 points) — improved. Without a cut-off nobody can be called recovered.',
    );
  });
});

describe('unchanged', () => {
  test('on the clinical side throughout', () => {
    expect(change(phq9, 18, 15)).toBe(
      'Down 3 points since 4 March 2026 (18 → 15): within the measure’s error going by Delgadillo et al. 2014 (6 points), and still above the cut-off of 10 — unchanged.',
    );
  });

  test('from above the cut-off to the cut-off itself', () => {
    expect(change(phq9, 12, 10)).toBe(
      'Down 2 points since 4 March 2026 (12 → 10): within the measure’s error going by Delgadillo et al. 2014 (6 points), and at the cut-off of 10, which counts as clinical — unchanged.',
    );
  });

  test('below the cut-off throughout', () => {
    expect(change(phq9, 6, 7)).toBe(
      'Up 1 point since 4 March 2026 (6 → 7): within the measure’s error going by Delgadillo et al. 2014 (6 points), and still below the cut-off of 10 — unchanged.',
    );
  });

  test('crossing the cut-off within the error makes it no more', () => {
    expect(change(phq9, 12, 8)).toBe(
      'Down 4 points since 4 March 2026 (12 → 8): within the measure’s error going by Delgadillo et al. 2014 (6 points), even though now below the cut-off of 10 — unchanged.',
    );
    expect(change(phq9, 8, 12)).toBe(
      'Up 4 points since 4 March 2026 (8 → 12): within the measure’s error going by Delgadillo et al. 2014 (6 points), even though now above the cut-off of 10 — unchanged.',
    );
  });

  test('no difference at all', () => {
    expect(change(phq9, 12, 12)).toBe(
      'No difference from 4 March 2026 (12 → 12): within the measure’s error going by Delgadillo et al. 2014 (6 points), and still above the cut-off of 10 — unchanged.',
    );
  });

  test('without a cut-off', () => {
    expect(change(withoutCutOff, 40, 38)).toBe(
      'Down 2 points since 4 March 2026 (40 → 38): within the measure’s error going by the rule you entered (6 points) — unchanged.',
    );
  });
});

describe('deteriorated', () => {
  test('on the clinical side throughout', () => {
    expect(change(phq9, 12, 19)).toBe(
      'Up 7 points since 4 March 2026 (12 → 19): for the worse by more than the measure’s error going by Delgadillo et al. 2014 (6 points), and still above the cut-off of 10 — deteriorated.',
    );
  });

  test('across the cut-off', () => {
    expect(change(phq9, 6, 14)).toBe(
      'Up 8 points since 4 March 2026 (6 → 14): for the worse by more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now above the cut-off of 10 — deteriorated.',
    );
  });

  test('below the cut-off throughout', () => {
    expect(change(phq9, 1, 8)).toBe(
      'Up 7 points since 4 March 2026 (1 → 8): for the worse by more than the measure’s error going by Delgadillo et al. 2014 (6 points), and still below the cut-off of 10 — deteriorated.',
    );
  });

  test('where higher is better, down is worse', () => {
    expect(change(withCutOff, 60, 40)).toBe(
      'Down 20 points since 4 March 2026 (60 → 40; higher is better): for the worse by more than the measure’s error going by the rule you entered (10 points), and now below the cut-off of 50 — deteriorated.',
    );
  });

  test('without a cut-off', () => {
    expect(change(withoutCutOff, 30, 40)).toBe(
      'Up 10 points since 4 March 2026 (30 → 40): for the worse by more than the measure’s error going by the rule you entered (6 points) — deteriorated.',
    );
  });
});

describe('without a rule', () => {
  test('the change is told and not judged', () => {
    expect(change(own(), 30, 45)).toBe(
      'Up 15 points since 4 March 2026 (30 → 45; higher is better). Whether that is more than the measure’s error cannot be said: no rule is known for it.',
    );
  });

  test('a cut-off is still named', () => {
    const measure = own({ better: 'lower', cutOff: { value: 20, inclusive: true } });
    expect(change(measure, 30, 15)).toBe(
      'Down 15 points since 4 March 2026 (30 → 15), and now below the cut-off of 20. Whether that is more than the measure’s error cannot be said: no rule is known for it.',
    );
  });
});

describe('the rule is always named', () => {
  test('the first of three published ones', () => {
    expect(change(gad7, 15, 11)).toBe(
      'Down 4 points since 4 March 2026 (15 → 11): more than the measure’s error going by NHS Talking Therapies manual (4 points), but not below the cut-off of 8 — improved.',
    );
  });

  test('another one that was chosen moves the verdict', () => {
    expect(change(gad7, 15, 11, { changeRuleId: 'delgadillo-2014', cutOffId: 'nhs' })).toBe(
      'Down 4 points since 4 March 2026 (15 → 11): within the measure’s error going by Delgadillo et al. 2014 (5 points), and still above the cut-off of 8 — unchanged.',
    );
  });

  test('a computed one with the size that it asks for', () => {
    const measure = own({
      name: 'BDI',
      better: 'lower',
      range: { min: 0, max: 63 },
      reliability: { coefficient: 0.9, kind: 'alpha' },
      norms: { clinical: { mean: 19.7, sd: 7.7 }, functional: { mean: 4.7, sd: 4.8 } },
    });
    expect(change(measure, 25, 8)).toBe(
      'Down 17 points since 4 March 2026 (25 → 8): more than the measure’s error going by Jacobson–Truax (more than 6.75 points), and now below the cut-off of 10.46 — recovered.',
    );
  });
});

describe('what must be known before trusting it', () => {
  const recovered =
    'Down 9 points since 4 March 2026 (18 → 9): more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now below the cut-off of 10 (Kroenke, Spitzer & Williams 2001) — recovered.';

  test('an incomplete response after the latest', () => {
    const last = scorePoint(
      { kind: 'incomplete', answered: 7, of: 9, missingItemIds: [] },
      { occurredOn: '2026-03-27' },
    );
    expect(sentenceOn(phq9, [on(4, 18), on(20, 9), last])).toBe(
      `${recovered} The last response is incomplete (7 of 9 answered) and is not counted.`,
    );
  });

  test('an invalid response after the latest, with the reason', () => {
    expect(sentenceOn(phq9, [on(4, 18), on(20, 9), invalid({ occurredOn: '2026-03-27' })])).toBe(
      `${recovered} The last response is invalid (not a number) and is not counted.`,
    );
  });

  test('several responses after the latest', () => {
    const points = [
      on(4, 18),
      on(20, 9),
      invalid({ occurredOn: '2026-03-26' }),
      incomplete({ occurredOn: '2026-03-27' }),
    ];
    expect(sentenceOn(phq9, points)).toBe(
      `${recovered} The last 2 responses are incomplete or invalid and are not counted.`,
    );
  });

  test('a change of mode', () => {
    expect(sentenceOn(phq9, [on(4, 18, { mode: 'paper' }), on(20, 9, { mode: 'read-aloud' })])).toBe(
      `${recovered} Collected in different ways: on paper at the start, read aloud now.`,
    );
  });

  test('prorated totals at both ends, shown as no step of the measure', () => {
    const prorated = (total: number, day: string, answered: number) =>
      scorePoint({ kind: 'prorated', total, subscales: {}, answered, of: 10 }, { occurredOn: day });
    const points = [prorated(18.888, '2026-03-04', 9), prorated(8.75, '2026-03-20', 8)];
    expect(sentenceOn(phq9, points)).toBe(
      'Down 10.1 points since 4 March 2026 (18.9 → 8.8): more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now below the cut-off of 10 (Kroenke, Spitzer & Williams 2001) — recovered. The total at the start is prorated from 9 of 10 answers. The latest total is prorated from 8 of 10 answers.',
    );
  });

  test('a moved baseline with its reason', () => {
    const points = [on(4, 12), on(11, 18), on(20, 9)];
    expect(
      sentenceOn(phq9, points, { baseline: { entryId: points[1]!.entryId, reason: 'new medication' } }),
    ).toBe(
      'Down 9 points since the moved baseline of 11 March 2026 (18 → 9): more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now below the cut-off of 10 (Kroenke, Spitzer & Williams 2001) — recovered. Counted from 11 March 2026 instead of the first response, 4 March 2026: “new medication”.',
    );
  });

  test('sessions instead of dates', () => {
    const session = (sessionNumber: number, total: number) =>
      on(1, total, { occurredOn: null, sessionNumber });
    expect(sentenceOn(phq9, [session(1, 18), session(8, 9)])).toBe(
      'Down 9 points since session 1 (18 → 9): more than the measure’s error going by Delgadillo et al. 2014 (6 points), and now below the cut-off of 10 (Kroenke, Spitzer & Williams 2001) — recovered.',
    );
  });

  test('responses that stand nowhere in time', () => {
    const nowhere = () => on(1, 5, { occurredOn: null });
    expect(sentenceOn(phq9, [on(4, 18), on(20, 9), nowhere()])).toBe(
      `${recovered} 1 response has neither a date nor a session number and is not counted.`,
    );
    expect(sentenceOn(phq9, [on(4, 18), on(20, 9), nowhere(), nowhere()])).toBe(
      `${recovered} 2 responses have neither a date nor a session number and are not counted.`,
    );
  });

  test('choices that cannot be used', () => {
    const choices = {
      baseline: { entryId: 'gone', reason: 'x' },
      changeRuleId: 'nobody-2020',
      cutOffId: 'nobody-2021',
    };
    expect(change(phq9, 18, 9, choices)).toBe(
      `${recovered} The baseline that was chosen cannot be used any more (deleted, incomplete, or of another course of therapy); the first complete response is used. The rule that was chosen does not belong to this measure; its first one is used. The cut-off that was chosen does not belong to this measure; its first one is used.`,
    );
  });
});

test('no sentence promises safety', () => {
  const totals = [0, 1, 9, 10, 15, 27];
  const sentences = totals.flatMap((start) => totals.map((latest) => change(phq9, start, latest)));
  for (const sentence of sentences) expect(sentence).not.toMatch(/no risk|safe|all clear|normal|healthy/i);
});

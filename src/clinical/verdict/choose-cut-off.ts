import type { AppliesTo, CutOff, Instrument } from '../instruments/instrument.ts';

/** What is known of the person; asked only where a cut-off needs it, and it may be refused (CLINICAL 1.8). */
export interface Person {
  readonly sex?: 'female' | 'male' | 'other';
  readonly ageInYears?: number;
}

export type ChosenCutOff =
  | { readonly kind: 'used'; readonly cutOff: CutOff }
  /** The instrument has none. */
  | { readonly kind: 'none' }
  /** It depends on age or sex, and what is known does not decide it; none is picked silently. */
  | { readonly kind: 'open'; readonly possible: readonly CutOff[] };

/**
 * The cut-off that judges a person's totals: the one chosen by id; else the instrument's first; and where the first is for
 * some people only, the one that is for this person.
 */
export function chooseCutOff(
  { cutOffs }: Pick<Instrument, 'cutOffs'>,
  id: string | undefined,
  person: Person = {},
): ChosenCutOff {
  const [first] = cutOffs;
  if (!first) return { kind: 'none' };
  const chosen = cutOffs.find((cutOff) => cutOff.id === id);
  if (chosen || !first.for) return { kind: 'used', cutOff: chosen ?? first };

  const fits = cutOffs.flatMap((cutOff) => (cutOff.for ? [{ cutOff, fit: fitOf(cutOff.for, person) }] : []));
  const sure = fits.find(({ fit }) => fit === 'yes');
  if (sure) return { kind: 'used', cutOff: sure.cutOff };
  return { kind: 'open', possible: fits.filter(({ fit }) => fit === 'unknown').map(({ cutOff }) => cutOff) };
}

/** May a person's sex decide between this instrument's cut-offs? Then, and only then, it is asked for. */
export const dependsOnSex = ({ cutOffs }: Pick<Instrument, 'cutOffs'>): boolean =>
  cutOffs.some((cutOff) => cutOff.for?.sex !== undefined);

type Fit = 'yes' | 'no' | 'unknown';

function fitOf({ sex, ageMin, ageMax }: AppliesTo, { sex: own, ageInYears: age }: Person): Fit {
  const bySex: Fit =
    sex === undefined || sex === own ? 'yes' : own === 'female' || own === 'male' ? 'no' : 'unknown';
  const byAge: Fit =
    ageMin === undefined && ageMax === undefined
      ? 'yes'
      : age === undefined
        ? 'unknown'
        : age >= (ageMin ?? 0) && age <= (ageMax ?? Infinity)
          ? 'yes'
          : 'no';
  if (bySex === 'no' || byAge === 'no') return 'no';
  return bySex === 'yes' && byAge === 'yes' ? 'yes' : 'unknown';
}

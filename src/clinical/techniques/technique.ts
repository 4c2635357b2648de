// What a therapist does, as coarse as a phase on a chart needs it. The practice adds its own; the built-in ones are words
// that the field uses, not claims that one of them helps.
export const builtInTechniques = [
  'cbt',
  'cognitive',
  'exposure',
  'behavioural-activation',
  'mindfulness',
  'act',
  'emdr',
  'ipt',
  'psychodynamic',
  'supportive',
  'skills',
  'couple-or-family',
  'medication',
] as const;
export type BuiltInTechnique = (typeof builtInTechniques)[number];

/** A built-in one, or 'own-<random>'. */
export type TechniqueId = string;

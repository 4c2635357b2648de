// The usual shapes of a progress note, and which facts of a session go into which of their sections (CLINICAL 7). Every fact has
// one place in every shape.

export const noteFacts = [
  'attendance',
  'jotted',
  'measures',
  'verdicts',
  'distress',
  'marks',
  'goals',
  'check-out',
  'techniques',
  'answered',
  'risk',
  'change',
  'homework',
  'next',
  'plan',
] as const;
export type NoteFact = (typeof noteFacts)[number];

export const noteSectionIds = [
  'subjective',
  'objective',
  'assessment',
  'data',
  'behaviour',
  'goals',
  'intervention',
  'response',
  'plan',
  'text',
] as const;
export type NoteSectionId = (typeof noteSectionIds)[number];

export interface SectionShape<Id extends string = string> {
  readonly id: Id;
  /** In the order in which they are written. */
  readonly facts: readonly NoteFact[];
}

export const builtInTemplates = ['soap', 'dap', 'birp', 'girp', 'free'] as const;
export type BuiltInTemplate = (typeof builtInTemplates)[number];

const planned: SectionShape<'plan'> = { id: 'plan', facts: ['change', 'homework', 'next', 'plan'] };

const shapes: Readonly<Record<BuiltInTemplate, readonly SectionShape<NoteSectionId>[]>> = {
  soap: [
    { id: 'subjective', facts: ['jotted', 'distress', 'marks'] },
    { id: 'objective', facts: ['attendance', 'measures', 'goals', 'check-out', 'techniques'] },
    { id: 'assessment', facts: ['verdicts', 'answered', 'risk'] },
    planned,
  ],
  dap: [
    {
      id: 'data',
      facts: ['attendance', 'jotted', 'measures', 'distress', 'marks', 'goals', 'techniques', 'check-out'],
    },
    { id: 'assessment', facts: ['verdicts', 'answered', 'risk'] },
    planned,
  ],
  birp: [
    { id: 'behaviour', facts: ['attendance', 'jotted', 'measures', 'distress', 'marks', 'risk'] },
    { id: 'intervention', facts: ['techniques'] },
    { id: 'response', facts: ['goals', 'verdicts', 'check-out', 'answered'] },
    planned,
  ],
  girp: [
    { id: 'goals', facts: ['goals', 'measures'] },
    { id: 'intervention', facts: ['attendance', 'techniques', 'risk'] },
    { id: 'response', facts: ['jotted', 'distress', 'marks', 'verdicts', 'check-out', 'answered'] },
    planned,
  ],
  free: [{ id: 'text', facts: noteFacts }],
};

export const isBuiltInTemplate = (id: string): id is BuiltInTemplate =>
  builtInTemplates.some((template) => template === id);

export const sectionsOf = (template: BuiltInTemplate): readonly SectionShape<NoteSectionId>[] =>
  shapes[template];

// What each column means. Plain data: guessed first, then corrected on the screen, then carried out by planImport.
import * as v from 'valibot';
import { measureDetailsSchema } from './measure-details.ts';

const rangeSchema = v.pipe(
  v.object({ min: v.pipe(v.number(), v.finite()), max: v.pipe(v.number(), v.finite()) }),
  v.check((range) => range.min < range.max, 'the range runs from low to high'),
);

/** When a column's score was given: as its row says, on a day its header names, or at a session its header names. */
const columnTimeSchema = v.variant('kind', [
  v.object({ kind: v.literal('row') }),
  v.object({ kind: v.literal('date'), text: v.string() }),
  v.object({ kind: v.literal('session'), label: v.string() }),
]);

/** `measure` is a key of `Mapping.measures`; null = the measure that the row's own measure column names. */
const columnRoleSchema = v.variant('kind', [
  v.object({ kind: v.literal('ignore') }),
  v.object({ kind: v.literal('client') }),
  v.object({ kind: v.literal('date') }),
  v.object({ kind: v.literal('session') }),
  v.object({ kind: v.literal('measure-name') }),
  v.object({ kind: v.literal('respondent') }),
  v.object({ kind: v.literal('total'), measure: v.nullable(v.string()), at: columnTimeSchema }),
  v.object({
    kind: v.literal('item'),
    measure: v.nullable(v.string()),
    /** Counted from 0 in the instrument's order. */
    item: v.pipe(v.number(), v.integer(), v.minValue(0)),
    at: columnTimeSchema,
  }),
]);

const measureChoiceSchema = v.variant('kind', [
  v.object({ kind: v.literal('known'), instrumentId: v.string() }),
  /** One of the therapist's own, score-only; range and direction are theirs to fill in and never guessed. */
  v.object({
    kind: v.literal('new'),
    name: v.string(),
    range: v.nullable(rangeSchema),
    better: v.nullable(v.picklist(['lower', 'higher'])),
    /** Smallest step between two totals; 0 when any decimal may occur. */
    step: v.pipe(v.number(), v.minValue(0)),
    /** Cut-off, reliability, norms: filled in now, because a later change is a new version of the measure. */
    details: v.exactOptional(measureDetailsSchema),
  }),
  v.object({ kind: v.literal('ignore') }),
]);

const respondentSchema = v.picklist(['self', 'parent', 'partner', 'clinician']);

const mappingSchema = v.object({
  /** One role per column of the table. */
  columns: v.array(columnRoleSchema),
  /** The client of every row, when the file is about one person and has no column for it. */
  oneClient: v.nullable(v.string()),
  measures: v.array(
    v.object({
      /** The measure as columns or cells of this file call it, normalised by `measureKey`. */
      key: v.string(),
      calledInFile: v.string(),
      choice: measureChoiceSchema,
      /** A 0 in this file stands for "not answered" (each such cell is named in the plan). */
      zeroIsMissing: v.boolean(),
      /** Of a scaled measure: are the file's totals raw sums, to be multiplied? Null: nobody has said. */
      totalsAre: v.optional(v.nullable(v.picklist(['raw', 'scaled'])), null),
    }),
  ),
  /** "pre" → 1, "fu1" → 13: the order of times that are not numbers themselves; labels normalised by `timeLabelKey`. */
  timeLabels: v.array(v.object({ label: v.string(), number: v.pipe(v.number(), v.integer()) })),
  dateOrder: v.nullable(v.picklist(['day-first', 'month-first'])),
  twoDigitYears: v.picklist(['refuse', 'as-2000s']),
  decimal: v.picklist(['.', ',']),
  /** Cells that mean "no score", beside the empty cell: compared without case. */
  missingMarkers: v.array(v.string()),
  respondent: respondentSchema,
});

type DeepReadonly<T> = T extends (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type Mapping = DeepReadonly<v.InferOutput<typeof mappingSchema>>;
export type ColumnRole = Mapping['columns'][number];
export type ColumnTime = DeepReadonly<v.InferOutput<typeof columnTimeSchema>>;
export type MappedMeasure = Mapping['measures'][number];
export type MeasureChoice = MappedMeasure['choice'];
export type TimeLabel = Mapping['timeLabels'][number];

export const respondents = respondentSchema.options;

/** "PHQ-9", "phq9" and "Phq_9" are one measure of a file. */
export const measureKey = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name.trim();

export const timeLabelKey = (label: string): string => label.trim().toLowerCase();

/** For a mapping that was stored or came from elsewhere. Null when it is not one. */
export function parseMapping(given: unknown): Mapping | null {
  const parsed = v.safeParse(mappingSchema, given);
  return parsed.success ? parsed.output : null;
}

// What the columns of one table mean, while it is being explained: the guess, the corrections, and what is still missing.
import type { Table } from '../../exchange/csv/table.ts';
import type { ColumnRole, MappedMeasure, Mapping } from '../../exchange/import/mapping.ts';
import type { MappingGap } from '../../exchange/import/mapping-gaps.ts';
import type { MappingQuestion } from '../../exchange/import/mapping-questions.ts';
import type { KnownMeasure } from '../../exchange/import/match-measure.ts';
import type { ColumnProfile } from '../../exchange/import/profile-columns.ts';
import {
  definitionOfDraft,
  detailsOf,
  draftProblems,
  measureDraft,
  type DraftProblem,
  type MeasureDraft,
} from './measure-draft.ts';
import type { Practice } from './practice.svelte.ts';

export type ImportTools = typeof import('./import-tools.ts');

/** A table as it was read, with what was counted in its columns and the first guess at their meaning. */
export interface GuessedTable {
  readonly table: Table;
  readonly profiles: readonly ColumnProfile[];
  readonly mapping: Mapping;
}

/** Said by the draft's own problems, field by field. */
const namedByDrafts: ReadonlySet<MappingGap['kind']> = new Set([
  'measure-name',
  'measure-range',
  'measure-direction',
  'measure-details',
]);

const isScore = (role: ColumnRole): role is Extract<ColumnRole, { kind: 'total' | 'item' }> =>
  role.kind === 'total' || role.kind === 'item';

export class ImportColumns {
  readonly table: Table;
  readonly profiles: readonly ColumnProfile[];
  readonly #tools: ImportTools;
  readonly #practice: Practice;
  readonly #guessed: Mapping;
  #base = $state.raw<Mapping>() as Mapping;
  #leftOutTimes = $state.raw<ReadonlySet<string>>(new Set());
  #isAsBefore = $state.raw(false);
  #undecided = $state.raw<readonly MappingGap[]>([]);
  /** Somebody wanted to go on: from now on everything that is missing is pointed at. */
  isTried = $state(false);
  /** What is typed about new measures, by the measure's key in the mapping. */
  readonly drafts = $state<Record<string, MeasureDraft>>({});

  readonly #mapping = $derived.by((): Mapping => ({
    ...this.#base,
    measures: this.#base.measures.map((measure) => this.#withDraft(measure)),
  }));
  /** Without the times that are not wanted. */
  readonly #wanted = $derived.by(() =>
    this.#tools.withoutTimes(this.table, this.#mapping, this.#leftOutTimes),
  );
  readonly #usedKeys = $derived.by((): ReadonlySet<string> => {
    const scores = this.#wanted.mapping.columns.filter(isScore);
    const namesMeasures = scores.some(({ measure }) => measure === null);
    const named = namesMeasures ? this.#base.measures.map(({ key }) => key) : [];
    return new Set([...named, ...scores.flatMap(({ measure }) => measure ?? [])]);
  });
  readonly #gaps = $derived.by((): readonly MappingGap[] => {
    const columns = this.table.columnNames.length;
    const gaps = this.#tools
      .mappingGaps(this.#wanted.mapping, columns, this.#practice.instruments)
      .filter(({ kind }) => !namedByDrafts.has(kind));
    const asked = this.#questions.flatMap((question) => (question.kind === 'date-order' ? [question] : []));
    const isNew = ({ kind }: MappingGap, among: readonly MappingGap[]): boolean =>
      !among.some((gap) => gap.kind === kind);
    const late = [...asked, ...this.#undecided.filter((gap) => isNew(gap, asked))];
    return [...gaps, ...late.filter((gap) => isNew(gap, gaps))];
  });
  readonly #measureProblems = $derived.by((): ReadonlyMap<string, readonly DraftProblem[]> => {
    const found = new Map<string, readonly DraftProblem[]>();
    for (const { key, choice } of this.measures) {
      const draft = choice.kind === 'new' ? this.drafts[key] : undefined;
      const problems = draft ? draftProblems(draft) : [];
      if (problems.length > 0) found.set(key, problems);
    }
    return found;
  });
  readonly #questions = $derived.by((): readonly MappingQuestion[] =>
    this.#tools.questionsAbout(this.#base, this.profiles),
  );

  /** @param kept the layout remembered for such a table, if any */
  constructor(practice: Practice, tools: ImportTools, guessed: GuessedTable, kept: unknown) {
    this.#practice = practice;
    this.#tools = tools;
    this.table = guessed.table;
    this.profiles = guessed.profiles;
    this.#guessed = guessed.mapping;
    const { columnNames } = guessed.table;
    const before = tools.applyLayout(kept, guessed.mapping, columnNames, guessed.profiles, this.#known());
    this.#isAsBefore = before !== null;
    this.#leftOutTimes = before?.leftOutTimes ?? new Set();
    this.#change(before?.mapping ?? guessed.mapping);
  }

  get mapping(): Mapping {
    return this.#mapping;
  }

  /** Rows and columns that are wanted, and the mapping for them. */
  get wanted(): { readonly table: Table; readonly mapping: Mapping; readonly rowsLeftOut: number } {
    return this.#wanted;
  }

  get leftOutTimes(): ReadonlySet<string> {
    return this.#leftOutTimes;
  }

  /** A table of the same columns was brought in before and is read in the same way. */
  get isAsBefore(): boolean {
    return this.#isAsBefore;
  }

  /** What keeps the mapping from being carried out, apart from what is missing of new measures. */
  get gaps(): readonly MappingGap[] {
    return this.#gaps;
  }

  /** Problems of the new measures that are used, by key. */
  get measureProblems(): ReadonlyMap<string, readonly DraftProblem[]> {
    return this.#measureProblems;
  }

  get isReady(): boolean {
    return this.#gaps.length === 0 && this.#measureProblems.size === 0;
  }

  get questions(): readonly MappingQuestion[] {
    return this.#questions;
  }

  /** Measures that at least one column, or one row, speaks of. */
  get measures(): readonly MappedMeasure[] {
    return this.#mapping.measures.filter(({ key }) => this.#usedKeys.has(key));
  }

  /** Times of measurement that the file names, to choose from; empty when it names none, or too many. */
  get times(): readonly { readonly label: string; readonly isTaken: boolean }[] {
    return this.#tools
      .sessionTimes(this.#base.columns, this.profiles)
      .map((label) => ({ label, isTaken: !this.#leftOutTimes.has(label) }));
  }

  #known(): KnownMeasure[] {
    return this.#practice.instruments.map((instrument) => ({ instrument, alsoCalled: [] }));
  }

  #withDraft(measure: MappedMeasure): MappedMeasure {
    const draft = this.drafts[measure.key];
    if (measure.choice.kind !== 'new' || !draft) return measure;
    const range = definitionOfDraft(draft, 'own-draft', '1')?.range ?? null;
    const rest = {
      name: draft.name,
      better: draft.better,
      step: Number(draft.step),
      details: detailsOf(draft),
    };
    return { ...measure, choice: { kind: 'new', range, ...rest } };
  }

  #change(mapping: Mapping): void {
    this.#base = mapping;
    this.#undecided = [];
    for (const { key, choice } of mapping.measures) {
      if (choice.kind === 'new') this.drafts[key] ??= measureDraft({ name: choice.name, step: choice.step });
    }
  }

  /** Gives up what was remembered for such a table. */
  guessAfresh(): void {
    this.#isAsBefore = false;
    this.#leftOutTimes = new Set();
    this.#change(this.#guessed);
  }

  /** What only turned up when the rows were read: a date whose order nothing settles. */
  noteUndecided(gaps: readonly MappingGap[]): void {
    this.#undecided = gaps;
  }

  /** Corrects parts of the mapping that nothing else follows from. */
  set(part: Partial<Omit<Mapping, 'columns' | 'measures'>>): void {
    this.#change({ ...this.#base, ...part });
  }

  /** Only one column can be the client, the date…: the one before gives way. */
  setRole(column: number, role: ColumnRole): void {
    const isSingle = role.kind !== 'ignore' && !isScore(role);
    const columns = this.#base.columns.map((other, index): ColumnRole => {
      if (index === column) return role;
      return isSingle && other.kind === role.kind ? { kind: 'ignore' } : other;
    });
    const { columnNames } = this.table;
    this.#change(this.#tools.withColumns(this.#base, columns, columnNames, this.profiles, this.#known()));
  }

  /** The role of a column that holds scores: of the row's own measure where rows name it, else of the header's. */
  scoreRole(column: number, kind: 'total' | 'item'): ColumnRole {
    const namesMeasures = this.#base.columns.some((role) => role.kind === 'measure-name');
    const measure = namesMeasures
      ? null
      : this.#tools.measureOfHeader(this.table.columnNames[column] ?? '', column);
    const at = { kind: 'row' } as const;
    return kind === 'total' ? { kind, measure, at } : { kind, measure, item: 0, at };
  }

  setMeasure(
    key: string,
    part: Partial<Pick<MappedMeasure, 'choice' | 'zeroIsMissing' | 'totalsAre'>>,
  ): void {
    // What was said of totals is said of one measure's.
    const unsaid = part.choice ? { totalsAre: null } : {};
    const measures = this.#base.measures.map((measure) =>
      measure.key === key ? { ...measure, ...unsaid, ...part } : measure,
    );
    this.#change({ ...this.#base, measures });
  }

  /** Does a column, or a row, give totals of this measure? */
  hasTotals(key: string): boolean {
    return this.#wanted.mapping.columns.some(
      (role) => role.kind === 'total' && (role.measure === null || role.measure === key),
    );
  }

  takeTime(label: string, isTaken: boolean): void {
    const leftOut = new Set(this.#leftOutTimes);
    if (isTaken) leftOut.delete(label);
    else leftOut.add(label);
    this.#leftOutTimes = leftOut;
  }
}

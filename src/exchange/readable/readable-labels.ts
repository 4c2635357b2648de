// The words of the printed page. They come from the app's messages, so that they exist once and in the reader's language.
import type { ReadableClient, ReadableMeasure, ReadablePlan, ReadableResponse } from './readable-record.ts';

/** A verdict is never printed without what it rests on (CLINICAL 1.1). */
export interface ReadableVerdict {
  readonly sentence: string;
  /** Rule, numbers and sources. */
  readonly rows: readonly { readonly term: string; readonly text: string }[];
  /** What it does not say. */
  readonly limits: readonly string[];
}

export interface ReadableLabels {
  /** BCP 47, for the page's `lang`. */
  readonly language: string;
  readonly title: string;
  /** "Written on 3 May 2026 by Soundings" */
  readonly writtenAt: string;
  readonly profile: string;
  readonly scores: string;
  readonly answers: string;
  readonly date: string;
  readonly session: string;
  readonly total: string;
  readonly respondent: string;
  readonly mode: string;
  readonly remark: string;
  readonly item: string;
  readonly bands: string;
  /** "lower is better" */
  direction(better: ReadableMeasure['better']): string;
  /** Beside the answers of an item that counts the other way round, and of one that does not count. */
  readonly reversed: string;
  readonly unscored: string;
  /** "counts 3", beside an answer that adds something else than its own number. */
  countsAs(score: number): string;
  readonly plan: string;
  /** What is planned, a line for each part; `measureName`: of a measure by its id. */
  planRows(
    plan: ReadablePlan,
    measureName: (instrumentId: string) => string,
  ): readonly { readonly term: string; readonly texts: readonly string[] }[];
  readonly otherEntries: string;
  readonly kind: string;
  readonly content: string;
  readonly deletions: string;
  readonly reason: string;
  readonly privateNotes: string;
  /** Under that heading: what they are, and why they are in this file. */
  readonly privateNotesLead: string;
  readonly checkIns: string;
  readonly asked: string;
  readonly state: string;
  readonly noScores: string;
  readonly sources: string;
  day(day: string): string;
  number(value: number): string;
  /** 'session', 'note'… in words. */
  entryKind(kind: string): string;
  /** A code of the record in words: 'self', 'paper', 'incomplete', a profile field… */
  word(code: string): string;
  /** What a field of the profile or of an entry holds, in words where it is a code. */
  value(field: string, value: string | number | boolean): string;
  /** Why an entry was deleted. */
  deletionReason(reason: string): string;
  /** "incomplete", "replaced by a correction", or '' when there is nothing to say. */
  remarkOn(response: ReadableResponse): string;
  /** Beside the kind of any other entry that a correction has replaced. */
  readonly replaced: string;
  /** Above what a verdict does not say. */
  readonly limits: string;
  /** What the screen says about this measure; null when there is nothing, or when it is not for this reader. */
  verdict(client: ReadableClient, measure: ReadableMeasure, respondent: string): ReadableVerdict | null;
}

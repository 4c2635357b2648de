// The words of the printed page. They come from the app's messages, so that they exist once and in the reader's language.
import type { ReadableClient, ReadableMeasure, ReadableResponse } from './readable-record.ts';

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
  readonly otherEntries: string;
  readonly kind: string;
  readonly content: string;
  readonly deletions: string;
  readonly reason: string;
  readonly privateNotes: string;
  readonly noScores: string;
  readonly sources: string;
  day(day: string): string;
  number(value: number): string;
  /** A code of the record in words: 'self', 'paper', 'incomplete', 'session', a profile field… */
  word(code: string): string;
  /** "incomplete", "replaced by a correction", or '' when there is nothing to say. */
  remarkOn(response: ReadableResponse): string;
  /** The plain sentence about this measure, as on the screen; null when there is none. */
  sentence(client: ReadableClient, measure: ReadableMeasure, respondent: string): string | null;
}

// The header of a wide table says several things at once: "bdi_s12", "PHQ9 2025-01-03", "t1_gad7", "phq9_q3_post".
import { datePartsOf } from '../csv/parse-day.ts';
import type { ColumnTime } from './mapping.ts';

export interface SplitHeader {
  /** The measure's name as it stands there. */
  readonly measure: string;
  readonly at: Exclude<ColumnTime, { readonly kind: 'row' }> | null;
  /** 1-based item number that the header names as such ("q3"). */
  readonly item: number | null;
  /** A number that could be an item or a session ("phq9_3"). */
  readonly bareNumber: number | null;
}

const separators = '[\\s_.:-]';
const longTime = 'session|sess|sitzung|visit|week|wk|woche|month|monat|time|wave|assessment';
const namedTime =
  'pre|post|baseline|base|intake|admission|start|mid|end|discharge|final|follow[\\s_-]?up|katamnese|fu';
const date = /(?<!\d)(\d{4}[-/._]\d{1,2}[-/._]\d{1,2}|\d{1,2}[-/._]\d{1,2}[-/._](?:\d{4}|\d{2}))(?!\d)/;
/** One letter needs something before it that ends the name: "bdi_s1" and "phq9t1", but not "bdis1". */
const timeAtEnd = new RegExp(
  `^(.+?)(?:${separators}*((?:${longTime})${separators}*\\d{1,3})|(?:${separators}+|(?<=\\d))([stwvm]\\d{1,3})|${separators}+((?:${namedTime})${separators}*\\d{0,3}))$`,
  'i',
);
const timeAtStart = new RegExp(
  `^((?:${longTime}|[stwvm])${separators}?\\d{1,3}|(?:${namedTime})\\d{0,3})${separators}+(.+)$`,
  'i',
);
const itemAtEnd = new RegExp(
  `^(.+?)(?:${separators}*(?:item|question|frage)|${separators}+[iq])${separators}*(\\d{1,3})$`,
  'i',
);
const numberAtEnd = /^(.*\p{L}.*?)([\s_.:-]*)(\d{1,3})$/u;

const trimmed = (text: string): string => text.replace(/^[\s_.:\-()[\]]+|[\s_.:\-()[\]]+$/g, '');
const hasName = (text: string): boolean => /\p{L}/u.test(text);

function takeTime(header: string): { rest: string; at: SplitHeader['at'] } {
  const day = date.exec(header)?.[1];
  if (day !== undefined) {
    const text = day.replaceAll('_', '-');
    const rest = trimmed(header.replace(day, ' '));
    if (datePartsOf(text) !== null && hasName(rest)) return { rest, at: { kind: 'date', text } };
  }
  const [, name = '', long, letter, named] = timeAtEnd.exec(header) ?? [];
  const atEnd = long ?? letter ?? named;
  if (atEnd !== undefined && hasName(name)) {
    return { rest: trimmed(name), at: { kind: 'session', label: trimmed(atEnd).toLowerCase() } };
  }
  const [, atStart, after = ''] = timeAtStart.exec(header) ?? [];
  if (atStart !== undefined && hasName(after)) {
    return { rest: trimmed(after), at: { kind: 'session', label: trimmed(atStart).toLowerCase() } };
  }
  return { rest: header, at: null };
}

function takeItem(header: string): { rest: string; item: number | null } {
  const [, name = '', item] = itemAtEnd.exec(header) ?? [];
  return item !== undefined && hasName(name)
    ? { rest: trimmed(name), item: Number(item) }
    : { rest: header, item: null };
}

/**
 * @param isMeasure tells a name that ends in its own number ("PHQ-9", "phq9") from one that is followed by another
 */
export function splitHeader(header: string, isMeasure: (name: string) => boolean): SplitHeader {
  const whole = header.trim();
  if (isMeasure(whole)) return { measure: whole, at: null, item: null, bareNumber: null };
  const itemFirst = takeItem(whole);
  const { rest, at } = takeTime(itemFirst.rest);
  const { rest: measure, item } = itemFirst.item === null ? takeItem(rest) : { rest, item: itemFirst.item };
  if (item !== null || isMeasure(measure)) return { measure, at, item, bareNumber: null };
  return { ...takeBareNumber(measure, isMeasure), at, item: null };
}

function takeBareNumber(
  name: string,
  isMeasure: (name: string) => boolean,
): { measure: string; bareNumber: number | null } {
  const [, letters = '', gap = '', digits = ''] = numberAtEnd.exec(name) ?? [];
  if (digits === '') return { measure: name, bareNumber: null };
  for (let kept = 0; kept < digits.length; kept++) {
    const measure = kept === 0 ? letters : `${letters}${gap}${digits.slice(0, kept)}`;
    if (isMeasure(measure)) return { measure, bareNumber: Number(digits.slice(kept)) };
  }
  return hasName(letters)
    ? { measure: trimmed(letters), bareNumber: Number(digits) }
    : { measure: name, bareNumber: null };
}

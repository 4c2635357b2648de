// Single words that stand in lists, tables and sentences alike. Words for the therapist: what a client may see never says
// deteriorated, recovered or clinical (CLINICAL 1.9).
import type { ChangeStatus } from '../../clinical/change/classify-change.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { bandOf } from '../../clinical/scoring/band-of.ts';
import type { Respondent, ResponseMode } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';

export type Standing = ChangeStatus | 'too-few-points' | 'no-rule' | 'no-scores';

const standings: Readonly<Record<Standing, () => string>> = {
  recovered: m.wording_recovered,
  improved: m.wording_improved,
  unchanged: m.wording_unchanged,
  deteriorated: m.wording_deteriorated,
  'too-few-points': m.wording_too_few,
  'no-rule': m.wording_no_rule,
  'no-scores': m.wording_no_scores,
};

export const statusWord = (standing: Standing): string => standings[standing]();

const modes: Readonly<Record<ResponseMode, () => string>> = {
  self: m.wording_mode_self,
  'read-aloud': m.wording_mode_read_aloud,
  'handed-over': m.wording_mode_handed_over,
  link: m.wording_mode_link,
  paper: m.wording_mode_paper,
  import: m.wording_mode_import,
  'total-entered': m.wording_mode_total,
};

/** In the middle of a sentence: "read aloud". */
export const modeWord = (mode: ResponseMode): string => modes[mode]();

/** "Read aloud", where a word stands by itself. */
export const sentenceCase = (words: string, locale: string): string =>
  words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

const respondents: Readonly<Record<Respondent, () => string>> = {
  self: m.wording_respondent_self,
  parent: m.wording_respondent_parent,
  partner: m.wording_respondent_partner,
  clinician: m.wording_respondent_clinician,
};

export const respondentWord = (respondent: Respondent): string => respondents[respondent]();

/** "read aloud"; "on paper, parent" where it was not the client who answered. */
export const howWords = (mode: ResponseMode, respondent: Respondent): string =>
  respondent === 'self'
    ? modeWord(mode)
    : m.wording_how({ mode: modeWord(mode), respondent: respondentWord(respondent) });

/** "PHQ-9", "PHQ-9 (parent)". */
export const measureName = (shortName: string, respondent: Respondent): string =>
  respondent === 'self'
    ? shortName
    : m.wording_measure_by({ measure: shortName, respondent: respondentWord(respondent) });

/** "moderately severe"; null where the measure has no bands. */
export const bandName = (total: number, instrument: Instrument): string | null =>
  bandOf(instrument, total)?.label ?? null;

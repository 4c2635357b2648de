// The fields and codes of the entries of the loop in words, for the printed record.
import type { Obstacle } from '../../clinical/change-of-course/obstacles.ts';
import type { GoalScale } from '../../clinical/goals/goal.ts';
import { promptKinds, type PromptAnswer } from '../../clinical/prompts/prompt.ts';
import type { ConsentState, PivotAgreement, ReviewDecision } from '../../records/entry.ts';
import { m } from '../paraglide/messages.js';
import { formatDay } from './format-day.ts';
import { promptTitle } from './prompt-words.ts';
import { obstacleName } from './technique-words.ts';

/** Kinds of entries, and the fields of their content. */
export const loopWords: Readonly<Record<string, () => string>> = {
  'check-out': m.export_kind_check_out,
  rating: m.export_kind_rating,
  'life-event': m.export_kind_life_event,
  consent: m.export_kind_consent,
  decision: m.export_kind_decision,
  'risk-conversation': m.export_kind_risk_conversation,
  pivot: m.export_kind_pivot,
  review: m.export_kind_review,
  heard: m.export_heard,
  topics: m.export_topics,
  way: m.export_way,
  overall: m.export_overall,
  goal: m.export_goal,
  scale: m.export_scale,
  value: m.export_value,
  words: m.export_words,
  state: m.export_state,
  note: m.export_note,
  prompt: m.export_prompt,
  answer: m.export_answer,
  obstacles: m.export_obstacles,
  seen: m.export_seen,
  asked: m.export_asked,
  said: m.export_said,
  means: m.export_means,
  protectiveFactors: m.export_protective_factors,
  whereNow: m.export_where_now,
  plan: m.export_risk_plan,
  told: m.export_told,
  askAgainOn: m.export_ask_again_on,
  discussed: m.export_discussed_answers,
  inTheWay: m.export_in_the_way,
  fromName: m.export_from,
  toName: m.export_to,
  label: m.export_label,
  targetName: m.export_target,
  direction: m.export_direction,
  reviewOn: m.export_review_on,
  agreement: m.export_agreement,
  clientWording: m.export_client_wording,
  ofPivot: m.export_of_pivot,
  decided: m.export_decided,
  nextReviewOn: m.export_next_review_on,
};

const loopDays: ReadonlySet<string> = new Set(['askAgainOn', 'reviewOn', 'nextReviewOn']);

const answers: Readonly<Record<PromptAnswer, () => string>> = {
  looked: m.export_answer_looked,
  discussed: m.export_answer_discussed,
  changed: m.export_answer_changed,
  later: m.export_answer_later,
  'not-relevant': m.export_answer_not_relevant,
};

const scales: Readonly<Record<GoalScale, () => string>> = {
  'zero-to-ten': m.export_scale_zero_to_ten,
  attainment: m.export_scale_attainment,
};

const states: Readonly<Record<ConsentState, () => string>> = {
  explained: m.export_consent_explained,
  agreed: m.export_consent_agreed,
  withdrawn: m.export_consent_withdrawn,
};

const agreements: Readonly<Record<PivotAgreement, () => string>> = {
  agreed: m.export_agreement_agreed,
  'not-agreed': m.export_agreement_not_agreed,
  'not-asked': m.export_agreement_not_asked,
};

const decisions: Readonly<Record<ReviewDecision, () => string>> = {
  keep: m.export_decided_keep,
  'change-again': m.export_decided_change_again,
  stop: m.export_decided_stop,
};

const obstacles: Readonly<Record<Obstacle, true>> = {
  relationship: true,
  motivation: true,
  'life-events': true,
  risk: true,
  technique: true,
  'other-care': true,
  homework: true,
  attendance: true,
};

const byField: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  answer: answers,
  scale: scales,
  state: states,
  agreement: agreements,
  decided: decisions,
  direction: { down: m.export_direction_down, up: m.export_direction_up },
};

export const scaleWord = (scale: GoalScale): string => scales[scale]();

/** Null where this field holds no code of these entries; a code of another version stands for itself. */
export function loopValue(field: string, code: string, locale: string): string | null {
  if (loopDays.has(field)) return formatDay(code, locale);
  if (field === 'value') return code.replace('-', '−');
  if (field === 'obstacles') return code.split(', ').map(obstacleIn).join(', ');
  if (field === 'prompt') {
    const kind = promptKinds.find((known) => known === code);
    return kind ? promptTitle(kind) : code;
  }
  const words = byField[field];
  return words ? (words[code]?.() ?? code) : null;
}

// `hasOwn` has shown that it is one of them.
const obstacleIn = (code: string): string =>
  Object.hasOwn(obstacles, code) ? obstacleName(code as Obstacle) : code;

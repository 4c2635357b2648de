// What stands behind a prompt: its rule in words, where it comes from, and what it does not say (CLINICAL 6). A rule of our own
// says so.
import type { Source } from '../../clinical/instruments/instrument.ts';
import { delgadillo2014 } from '../../clinical/instruments/sources.ts';
import { checkOutDrop } from '../../clinical/prompts/check-out-dropped.ts';
import type { Prompt, PromptReason } from '../../clinical/prompts/prompt.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber, formatPoints } from './format-total.ts';
import { namedLine, type PromptNames } from './prompt-names.ts';
import { safetyGrounds } from './safety.ts';

export interface PromptGrounds {
  readonly rule: string;
  readonly sources: readonly Source[];
  readonly limits: readonly string[];
}

const beardDelgadillo2019: Source = { label: 'Beard & Delgadillo 2019' };
const saunders2019: Source = {
  label: 'Saunders et al. 2019',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6428692',
};
const fortney: Source = { label: 'Fortney et al., “A Tipping Point for Measurement-Based Care”' };

export function promptGrounds({ reason }: Prompt, names: PromptNames, locale: string): PromptGrounds {
  switch (reason.kind) {
    case 'worse':
      return {
        rule: reason.than === 'baseline' ? m.prompts_rule_worse_baseline() : m.prompts_rule_worse_best(),
        sources: sourcesOf(reason, names, locale),
        limits: [
          ...(reason.than === 'best' ? [m.prompts_limit_best()] : []),
          ...(reason.meaning === 'meaningful' ? [m.prompts_limit_meaningful()] : []),
          m.prompts_limit_why(),
        ],
      };
    case 'early-check':
      return {
        rule: m.prompts_rule_early_check(),
        sources: [delgadillo2014, beardDelgadillo2019, saunders2019],
        limits: [
          m.prompts_limit_early_late(),
          m.prompts_limit_early_cbt(),
          m.prompts_limit_early_single(),
          ...(reason.meaning === 'meaningful' ? [m.prompts_limit_meaningful()] : []),
        ],
      };
    case 'missed-measures':
      return {
        rule: m.prompts_rule_missed_measures(),
        sources: [fortney],
        limits: [m.prompts_limit_missed()],
      };
    case 'safety':
      return {
        rule: m.prompts_rule_safety({ above: formatNumber(reason.standing.above, locale) }),
        sources: safetyGrounds().map(({ source }) => source),
        limits: safetyGrounds().map(({ text }) => text),
      };
    case 'ask-again':
      return { rule: m.prompts_rule_ask_again(), sources: [], limits: [m.prompts_limit_ask_again()] };
    case 'check-out-dropped':
      return own(
        m.prompts_rule_check_out_dropped({ points: formatPoints(checkOutDrop, locale) }),
        m.prompts_limit_check_out(),
      );
    case 'goal-flat':
      return own(
        reason.scale === 'attainment' ? m.prompts_rule_goal_flat_attainment() : m.prompts_rule_goal_flat(),
        m.prompts_limit_goal(),
      );
    case 'target-met':
      return reason.of.kind === 'goal'
        ? own(m.prompts_rule_target_goal(), m.prompts_limit_target_goal())
        : {
            rule: m.prompts_rule_target_measure(),
            sources: sourcesOf(reason.of, names, locale),
            limits: [m.prompts_limit_target_measure()],
          };
  }
}

const own = (rule: string, limit: string): PromptGrounds => ({
  rule: m.prompts_own_rule({ rule }),
  sources: [],
  limits: [limit],
});

/** Of the rule in use and, where it was crossed, of the cut-off; one that both are from is named once. */
function sourcesOf(
  of:
    | Extract<PromptReason, { readonly kind: 'worse' }>
    | Extract<Extract<PromptReason, { readonly kind: 'target-met' }>['of'], { readonly kind: 'measure' }>,
  names: PromptNames,
  locale: string,
): Source[] {
  const { instrument, rule } = namedLine(of.line, names, locale);
  const cutOff =
    of.kind === 'measure' ? instrument?.cutOffs.find(({ value }) => value === of.cutOffValue) : undefined;
  // One paper may have both.
  const all = [rule(of.ruleId)?.source, cutOff?.source].filter((source) => source !== undefined);
  return all.filter(({ label }, at) => all.findIndex((other) => other.label === label) === at);
}

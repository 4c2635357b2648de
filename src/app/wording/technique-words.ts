// The names of techniques and of what can be in the way.
import type { Obstacle } from '../../clinical/change-of-course/obstacles.ts';
import {
  builtInTechniques,
  type BuiltInTechnique,
  type TechniqueId,
} from '../../clinical/techniques/technique.ts';
import type { TechniqueChoice } from '../../records/practice-settings.ts';
import { m } from '../paraglide/messages.js';

const builtIn: Readonly<Record<BuiltInTechnique, () => string>> = {
  cbt: m.techniques_cbt,
  cognitive: m.techniques_cognitive,
  exposure: m.techniques_exposure,
  'behavioural-activation': m.techniques_behavioural_activation,
  mindfulness: m.techniques_mindfulness,
  act: m.techniques_act,
  emdr: m.techniques_emdr,
  ipt: m.techniques_ipt,
  psychodynamic: m.techniques_psychodynamic,
  supportive: m.techniques_supportive,
  skills: m.techniques_skills,
  'couple-or-family': m.techniques_couple_or_family,
  medication: m.techniques_medication,
};

/** As the practice calls it. */
export function techniqueName(id: TechniqueId, choices: readonly TechniqueChoice[]): string {
  const own = choices.find((choice) => choice.id === id)?.label;
  const known = builtInTechniques.find((technique) => technique === id);
  return own ?? (known ? builtIn[known]() : m.techniques_unknown());
}

/** What the phase that a change of course began is called: its own title, else the technique. */
export const phaseTitle = (
  { label, to }: { readonly label: string; readonly to: TechniqueId | null },
  choices: readonly TechniqueChoice[],
): string => label.trim() || (to === null ? m.techniques_no_title() : techniqueName(to, choices));

export interface TechniqueOption {
  readonly id: TechniqueId;
  readonly name: string;
  readonly isHidden: boolean;
}

/** The practice's list, built-in ones first, then its own by name; the hidden ones with the others. */
export function techniqueOptions(choices: readonly TechniqueChoice[], locale: string): TechniqueOption[] {
  const isHidden = (id: TechniqueId): boolean =>
    choices.find((choice) => choice.id === id)?.isHidden ?? false;
  const option = (id: TechniqueId): TechniqueOption => ({
    id,
    name: techniqueName(id, choices),
    isHidden: isHidden(id),
  });
  const own = choices
    .filter(({ id }) => !builtInTechniques.some((technique) => technique === id))
    .map(({ id }) => option(id))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return [...builtInTechniques.map(option), ...own];
}

/** The names of these, in the order of the practice's list; what is not in it any more comes last. */
export function namesInOrder(
  ids: readonly TechniqueId[],
  choices: readonly TechniqueChoice[],
  locale: string,
): string[] {
  const listed = techniqueOptions(choices, locale).map(({ id }) => id);
  return [...listed.filter((id) => ids.includes(id)), ...ids.filter((id) => !listed.includes(id))].map((id) =>
    techniqueName(id, choices),
  );
}

const obstacleNames: Readonly<Record<Obstacle, () => string>> = {
  relationship: m.techniques_obstacle_relationship,
  motivation: m.techniques_obstacle_motivation,
  'life-events': m.techniques_obstacle_life_events,
  risk: m.techniques_obstacle_risk,
  technique: m.techniques_obstacle_technique,
  'other-care': m.techniques_obstacle_other_care,
  homework: m.techniques_obstacle_homework,
  attendance: m.techniques_obstacle_attendance,
};

export const obstacleName = (obstacle: Obstacle): string => obstacleNames[obstacle]();

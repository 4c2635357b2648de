import type { TechniqueId } from '../../../../clinical/techniques/technique.ts';
import { m } from '../../../paraglide/messages.js';
import type { TechniqueOption } from '../../../wording/technique-words.ts';
import { room, wordsProblem } from '../../plan/field-problems.ts';

/**
 * Why a technique cannot be called so; undefined where it can.
 * @param id whose name it is; null: a new one's
 */
export function techniqueProblem(
  name: string,
  id: TechniqueId | null,
  options: readonly TechniqueOption[],
  canBeEmpty: boolean,
  locale: string,
): string | undefined {
  const problem = wordsProblem(name, room.name, locale, canBeEmpty ? null : m.plan_technique_missing());
  if (problem !== undefined) return problem;
  const same = (other: string): boolean =>
    other.localeCompare(name.trim(), locale, { sensitivity: 'accent' }) === 0;
  return options.some((option) => option.id !== id && same(option.name))
    ? m.plan_technique_twin()
    : undefined;
}

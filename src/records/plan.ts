// What client and therapist are working on: problems and goals in the client's own words, and the techniques in use. Each stands
// field by field in a flat map of the client's document. What is removed keeps its words, so that it can be put back.
import type * as Y from 'yjs';
import { compareText } from '../clinical/episodes/compare-in-time.ts';
import { attainmentLevels, type AttainmentLevel, type Goal, type GoalId } from '../clinical/goals/goal.ts';
import type { TechniqueId } from '../clinical/techniques/technique.ts';
import type { CalendarDay } from '../clinical/verdict/score-point.ts';
import { readFields, writeFields } from './flat-fields.ts';
import { newPlainId, type Random } from './ids.ts';

export interface Problem {
  readonly id: string;
  /** The client's own words. */
  readonly words: string;
  readonly addedOn: CalendarDay;
  /** Null while it stands. */
  readonly closedOn: CalendarDay | null;
}

export interface Plan {
  /** In the order in which they were added. */
  readonly problems: readonly Problem[];
  readonly goals: readonly Goal[];
  /** In use now, as chosen by hand; a pivot that is not reviewed as stopped adds its own (state). */
  readonly techniques: readonly TechniqueId[];
}

export const emptyPlan: Plan = { problems: [], goals: [], techniques: [] };

const problemsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('problems');
const goalsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('goals');
const techniquesOf = (doc: Y.Doc): Y.Map<boolean> => doc.getMap<boolean>('techniques');

// The casts below read what this file alone writes, in blobs that only our own devices can sign.
export const newGoalId = (random: Random): GoalId => newPlainId(random) as GoalId;
export const newProblemId = (random: Random): string => newPlainId(random);

/** By their day, then by the place that each was given when it was added; two devices may have given the same one. */
function inOrder<T extends { readonly id: string; readonly addedOn: string }>(
  map: Y.Map<unknown>,
  all: T[],
): T[] {
  const place = ({ id }: T): number => Number(map.get(`${id}/place`) ?? 0);
  return all.sort(
    (a, b) => compareText(a.addedOn, b.addedOn) || place(a) - place(b) || compareText(a.id, b.id),
  );
}

export function readPlan(doc: Y.Doc): Plan {
  return {
    problems: inOrder(
      problemsOf(doc),
      [...readFields(problemsOf(doc))].flatMap(([id, fields]) => problemOf(id, fields)),
    ),
    goals: readGoals(doc),
    // By id: the order of a shared map is not the same on every device.
    techniques: [...techniquesOf(doc)]
      .filter(([, isUsed]) => isUsed)
      .map(([id]) => id)
      .sort(compareText),
  };
}

export const readGoals = (doc: Y.Doc): Goal[] =>
  inOrder(
    goalsOf(doc),
    [...readFields(goalsOf(doc))].flatMap(([id, fields]) => goalOf(id, fields)),
  );

type Fields = Readonly<Record<string, unknown>>;

/** One that was removed, or whose words have not arrived yet, is left out. */
function problemOf(id: string, fields: Fields): Problem[] {
  if (fields['removed'] === true || typeof fields['words'] !== 'string') return [];
  return [
    {
      id,
      words: fields['words'],
      addedOn: (fields['addedOn'] as CalendarDay | undefined) ?? '',
      closedOn: (fields['closedOn'] as CalendarDay | null | undefined) ?? null,
    },
  ];
}

function goalOf(id: string, fields: Fields): Goal[] {
  if (fields['removed'] === true || typeof fields['words'] !== 'string') return [];
  const scale = fields['scale'] === 'attainment' ? 'attainment' : 'zero-to-ten';
  const described = (level: AttainmentLevel): string => (fields[`level${level}`] as string | undefined) ?? '';
  return [
    {
      id: id as GoalId,
      words: fields['words'],
      scale,
      levels: Object.fromEntries(
        attainmentLevels.map((level) => [level, described(level)]),
      ) as Goal['levels'],
      target: scale === 'attainment' ? 0 : ((fields['target'] as number | undefined) ?? 10),
      addedOn: (fields['addedOn'] as CalendarDay | undefined) ?? '',
      closedOn: (fields['closedOn'] as CalendarDay | null | undefined) ?? null,
    },
  ];
}

/** Behind those that are there; of one that is there already, nothing. */
function placeFor(map: Y.Map<unknown>, id: string): { readonly place?: number } {
  const all = readFields(map);
  if (all.has(id)) return {};
  return { place: 1 + Math.max(0, ...[...all.values()].map(({ place }) => Number(place ?? 0))) };
}

/** Only the fields that are given change. */
export function writeProblem(doc: Y.Doc, id: string, fields: Partial<Omit<Problem, 'id'>>): void {
  const map = problemsOf(doc);
  writeFields(map, id, { ...placeFor(map, id), ...fields });
}

export function writeGoal(doc: Y.Doc, id: GoalId, { levels, ...fields }: Partial<Omit<Goal, 'id'>>): void {
  const described = levels
    ? Object.fromEntries(attainmentLevels.map((level) => [`level${level}`, levels[level]]))
    : {};
  const map = goalsOf(doc);
  writeFields(map, id, { ...placeFor(map, id), ...fields, ...described });
}

/** Removed ones keep their words and can be put back: `isRemoved` false. */
export const removeProblem = (doc: Y.Doc, id: string, isRemoved = true): void =>
  writeFields(problemsOf(doc), id, { removed: isRemoved });

export const removeGoal = (doc: Y.Doc, id: GoalId, isRemoved = true): void =>
  writeFields(goalsOf(doc), id, { removed: isRemoved });

/** The words of a goal that may have been removed since; null where it was never known here. */
export const wordsOfGoal = (doc: Y.Doc, id: GoalId): string | null =>
  (goalsOf(doc).get(`${id}/words`) as string | undefined) ?? null;

export const useTechnique = (doc: Y.Doc, id: TechniqueId, isUsed: boolean): void => {
  if ((techniquesOf(doc).get(id) ?? false) !== isUsed) techniquesOf(doc).set(id, isUsed);
};

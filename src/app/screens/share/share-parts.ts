// What can be shown to a client, part by part, each with a switch that is kept in the record. Switched on unless chosen otherwise:
// the client's own measures with their sentence, goals that are worked on, changes that have a wording for the client. Off: what
// a parent or partner answered, and goals that are closed. What the therapist rated is no part at all.
import type { Goal } from '../../../clinical/goals/goal.ts';
import type { PivotEntry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import type { MeasureView } from '../../state/client-chart.ts';
import { notForClients, type HeldBack } from '../../wording/not-for-clients.ts';
import type { ShareSource } from './share-source.ts';

interface Part {
  readonly key: string;
  readonly isOn: boolean;
}

export interface MeasurePart extends Part {
  readonly view: MeasureView;
  /** As the client reads it. */
  readonly name: string;
  /** Why it is not its own name. */
  readonly renamed: HeldBack | null;
  readonly sentence: Part;
}

/** Its words may not be shown: then it is off whatever was chosen. */
interface TypedPart extends Part {
  readonly heldBack: HeldBack | null;
}

export interface GoalPart extends TypedPart {
  readonly goal: Goal;
}

export interface ChangePart extends TypedPart {
  readonly pivot: PivotEntry;
}

export interface ShareParts {
  readonly measures: readonly MeasurePart[];
  readonly goals: readonly GoalPart[];
  readonly changes: readonly ChangePart[];
}

export function shareParts(source: ShareSource): ShareParts {
  return { measures: measureParts(source), goals: goalParts(source), changes: changeParts(source) };
}

const partOf = ({ choices }: ShareSource, key: string, isOnUnchosen: boolean): Part => ({
  key,
  isOn: choices.get(key) ?? isOnUnchosen,
});

/** Versions and codings of one measure share its switch: the choice is about the measure. */
function measureParts(source: ShareSource): MeasurePart[] {
  return source.views
    .filter(({ series }) => series.respondent !== 'clinician')
    .map((view) => inEpisode(view, source.episode))
    .filter(({ series }) => series.points.length + series.unplaced.length > 0)
    .map((view, index) => {
      const { instrumentId, respondent } = view.series;
      const { shortName, origin } = view.instrument;
      const renamed = origin === 'own' ? notForClients(shortName, source.label) : null;
      return {
        ...partOf(source, `measure/${instrumentId}/${respondent}`, respondent === 'self'),
        view,
        name: renamed ? m.share_client_measure({ number: String(index + 1) }) : shortName,
        renamed,
        sentence: partOf(source, `sentence/${instrumentId}/${respondent}`, true),
      };
    });
}

function inEpisode(view: MeasureView, episode: number): MeasureView {
  const { points, unplaced, ...line } = view.series;
  return {
    ...view,
    series: {
      ...line,
      points: points.filter(({ point }) => point.episode === episode),
      unplaced: unplaced.filter((point) => point.episode === episode),
    },
  };
}

const goalParts = (source: ShareSource): GoalPart[] =>
  source.goals.map((goal) => ({
    ...typedPart(source, `goals/${goal.id}`, goal.words, goal.closedOn === null),
    goal,
  }));

const changeParts = (source: ShareSource): ChangePart[] =>
  source.pivots
    .filter(({ episode, clientWording }) => episode === source.episode && clientWording.trim() !== '')
    .map((pivot) => ({
      ...typedPart(source, `change/${source.firstIdOf(pivot.id)}`, pivot.clientWording, true),
      pivot,
    }));

function typedPart(source: ShareSource, key: string, words: string, isOnUnchosen: boolean): TypedPart {
  const heldBack = notForClients(words, source.label);
  const { isOn } = partOf(source, key, isOnUnchosen);
  return { key, isOn: isOn && !heldBack, heldBack };
}

export const isNothingThere = ({ measures, goals, changes }: ShareParts): boolean =>
  measures.length + goals.length + changes.length === 0;

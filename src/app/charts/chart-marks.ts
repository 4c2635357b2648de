import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import type { ChartInput } from './build-chart-model.ts';
import type { ChartAxis, ChartHappening } from './chart-model.ts';
import type { Places } from './place-points.ts';
import { whenOf } from './when-words.ts';

/**
 * Endings and life events. On a line of sessions an ending stands behind the last session of its course; a life
 * event is known by its day only, and has no place there.
 */
export function chartMarks(
  { endings = [], lifeEvents = [], followUps, words, locale }: ChartInput,
  { placeOf }: Places,
  points: readonly ScorePoint[],
  axis: ChartAxis,
): ChartHappening[] {
  const onItsDay = (occurredOn: string, episode: number): number | null =>
    placeOf({ occurredOn, sessionNumber: null, episode });
  const when = (occurredOn: string): string => whenOf({ occurredOn, sessionNumber: null }, words, locale);
  const ends = endings.map(({ title, occurredOn, episode }): ChartHappening => {
    const x = axis === 'date' ? onItsDay(occurredOn, episode) : behindLastSession(episode);
    return { kind: 'ending', title, when: when(occurredOn), x };
  });
  const events = lifeEvents.map(({ title, occurredOn }): ChartHappening => {
    const x = axis === 'date' ? onItsDay(occurredOn, 1) : null;
    return { kind: 'life-event', title, when: when(occurredOn), x };
  });
  return [...ends, ...events];

  function behindLastSession(episode: number): number | null {
    const before = points
      .filter((point) => point.episode === episode && !followUps?.has(point.entryId))
      .flatMap((point) => placeOf(point) ?? []);
    return before.length === 0 ? null : Math.max(...before) + 0.5;
  }
}

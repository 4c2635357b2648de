// From the story of a person of the example to entries and a plan. Chance comes from a stream of its own, so that the scores of
// the caseload stay what they were.
import type { AttainmentLevel, Goal, GoalId } from '../../../src/clinical/goals/goal.ts';
import type { CalendarDay } from '../../../src/clinical/verdict/score-point.ts';
import type { CheckOutEntry, Entry, EntryId, PivotEntry, RatingEntry } from '../../../src/records/entry.ts';
import { addDays } from '../calendar.ts';
import type { MadeUpCarePlan, MadeUpClient } from '../made-up.ts';
import type { Chance } from '../random.ts';
import type { Life, LifeGoal, LifePivot, SessionDay } from './life.ts';

/** The client with everything that `life` tells of them. Nothing happens after `today`. */
export function live(client: MadeUpClient, life: Life, today: CalendarDay, chance: Chance): MadeUpClient {
  const sessions = sessionDays(client.entries);
  const [first] = sessions;
  if (!first) return client;
  const teller = new Teller(life, client.entries, sessions, today, chance);
  const added = [
    ...teller.consents(),
    ...teller.lifeEvents(),
    ...teller.ratings(),
    ...teller.decisions(),
    ...teller.riskConversations(),
    ...teller.pivotsAndReviews(),
    ...teller.checkOuts(),
  ];
  // Stable: within a day the session and the answers come first.
  const entries = [...client.entries, ...added].sort((a, b) =>
    compare(a.occurredOn ?? '', b.occurredOn ?? ''),
  );
  return { ...client, entries, carePlan: teller.carePlan() };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sessionDays = (entries: readonly Entry[]): SessionDay[] =>
  entries.flatMap((entry) =>
    entry.kind === 'session' && entry.occurredOn !== null && entry.sessionNumber !== null
      ? [
          {
            number: entry.sessionNumber,
            on: entry.occurredOn,
            endsAt: new Date(Date.parse(entry.recordedAt.utc) + 50 * 60_000).toISOString(),
            came: entry.attendance === 'came' || entry.attendance === 'late',
          },
        ]
      : [],
  );

const attainment: readonly AttainmentLevel[] = [-2, -1, 0, 1, 2];

class Teller {
  readonly #life: Life;
  readonly #entries: readonly Entry[];
  readonly #sessions: readonly SessionDay[];
  readonly #today: CalendarDay;
  readonly #chance: Chance;
  readonly #goalIds: readonly GoalId[];
  #told = 0;

  constructor(
    life: Life,
    entries: readonly Entry[],
    sessions: readonly SessionDay[],
    today: CalendarDay,
    chance: Chance,
  ) {
    this.#life = life;
    this.#entries = entries;
    this.#sessions = sessions;
    this.#today = today;
    this.#chance = chance;
    // The records make ids of this shape; the caseload may import types only.
    this.#goalIds = life.goals.map(() => chance.hex(32) as GoalId);
  }

  carePlan(): MadeUpCarePlan {
    const { problems, goals, techniques, measures } = this.#life;
    const addedOn = this.#sessions[0]?.on ?? this.#today;
    const [primary] = measures;
    return {
      plan: {
        problems: problems.map((words) => ({ id: this.#chance.hex(32), words, addedOn, closedOn: null })),
        goals: goals.map((goal, place) => this.#goal(goal, place, addedOn)),
        techniques,
      },
      schedule: {
        measures: measures.map(({ instrumentId, every }) => ({
          instrumentId,
          respondent: 'self',
          cadence: { kind: 'sessions', every },
          since: addedOn,
        })),
        primary: primary ? { instrumentId: primary.instrumentId, respondent: 'self' } : null,
      },
    };
  }

  #goal({ words, scale, levels, target }: LifeGoal, place: number, addedOn: CalendarDay): Goal {
    const described = Object.fromEntries(attainment.map((level, at) => [level, levels?.[at] ?? '']));
    return {
      id: this.#goalId(place),
      ...{ words, scale, target, addedOn, closedOn: null },
      // Every level has its key.
      levels: described as Goal['levels'],
    };
  }

  #goalId(place: number): GoalId {
    const id = this.#goalIds[place];
    if (id === undefined) throw new Error(`there is no goal ${String(place)}`);
    return id;
  }

  consents(): Entry[] {
    const [first] = this.#sessions;
    const last = this.#sessions.at(-1);
    if (!first || !last) return [];
    const agreed = { kind: 'consent', note: '' } as const;
    return [
      { ...this.#at(first), ...agreed, state: 'explained' },
      { ...this.#at(first), ...agreed, state: 'agreed' },
      ...(this.#life.stillAgrees === false
        ? [
            {
              ...this.#at(last),
              ...agreed,
              state: 'withdrawn',
              note: 'Would rather talk than fill in.',
            } as const,
          ]
        : []),
    ];
  }

  lifeEvents(): Entry[] {
    return this.#hangingOn(this.#life.lifeEvents ?? []).map(({ day, words }) => ({
      ...this.#at(day),
      kind: 'life-event',
      words,
    }));
  }

  /** At the end of every session that took place; people differ, and so do days. */
  checkOuts(): CheckOutEntry[] {
    const usual = this.#chance.whole(7, 9);
    const held = this.#sessions.filter(({ came }) => came);
    return held.map((day) => {
      const drop = this.#life.lastCheckOutDrops && day === held.at(-1) ? 3 : 0;
      const mark = (): number =>
        Math.min(10, Math.max(0, Math.round(usual + this.#chance.normal(0, 0.4)) - drop));
      return {
        ...this.#at(day),
        ...{ kind: 'check-out', heard: mark(), topics: mark(), way: mark(), overall: mark() },
      };
    });
  }

  ratings(): RatingEntry[] {
    return this.#life.goals.flatMap(({ scale, ratings }, place) =>
      this.#hangingOn(ratings.map(([session, value]) => ({ session, value }))).map(
        ({ day, value }): RatingEntry => ({
          ...this.#at(day),
          ...{ kind: 'rating', goalId: this.#goalId(place), scale, value },
        }),
      ),
    );
  }

  decisions(): Entry[] {
    return this.#hangingOn(this.#life.decisions ?? []).map(
      ({ day, prompt, about, answered, answer, reason = '', obstacles = [], seen, value }) => ({
        ...this.#at(day),
        ...{ kind: 'decision', prompt, answer, reason, obstacles, seen, value },
        about: answered === undefined ? about : `${about}/${this.#responseTo(answered, day)}`,
      }),
    );
  }

  #responseTo(instrumentId: string, day: SessionDay): string {
    const found = this.#entries.find(
      (entry) =>
        entry.kind === 'response' &&
        entry.instrumentId === instrumentId &&
        entry.sessionNumber === day.number,
    );
    if (!found) throw new Error(`no ${instrumentId} in session ${String(day.number)}`);
    return found.id;
  }

  riskConversations(): Entry[] {
    return this.#hangingOn(this.#life.riskConversations ?? []).map(
      ({ day, session: _, askAgainAfterDays, ...said }) => ({
        ...this.#at(day),
        ...{ kind: 'risk-conversation', askAgainOn: addDays(day.on, askAgainAfterDays), ...said },
      }),
    );
  }

  pivotsAndReviews(): Entry[] {
    return this.#hangingOn(this.#life.pivots ?? []).flatMap(({ day, ...told }) => {
      const pivot = this.#pivot(day, told);
      const reviews = this.#hangingOn(told.reviews ?? []).map(
        ({ day: on, decision, words, nextAfterWeeks }): Entry => ({
          ...this.#at(on),
          ...{ kind: 'review', pivotId: pivot.id, decision, words },
          nextReviewOn: nextAfterWeeks === undefined ? null : addDays(on.on, 7 * nextAfterWeeks),
        }),
      );
      return [pivot, ...reviews];
    });
  }

  #pivot(day: SessionDay, { target, review, ...told }: LifePivot): PivotEntry {
    const { obstacles, inTheWay, from, to, label, direction, agreement, clientWording } = told;
    return {
      ...this.#at(day),
      ...{ kind: 'pivot', obstacles, inTheWay, from, to, label, direction, agreement, clientWording },
      target:
        typeof target === 'number'
          ? { kind: 'goal', goalId: this.#goalId(target) }
          : { kind: 'measure', instrumentId: target, respondent: 'self' },
      reviewOn:
        'afterWeeks' in review
          ? addDays(day.on, 7 * review.afterWeeks)
          : addDays(this.#today, review.daysFromToday),
    };
  }

  /** A second after what was told before: entries of one day stand in this order. */
  #at(day: SessionDay) {
    this.#told += 1;
    const utc = new Date(Date.parse(day.endsAt) + this.#told * 1_000).toISOString();
    return {
      id: this.#chance.hex(32) as EntryId,
      v: 1 as const,
      occurredOn: day.on,
      sessionNumber: day.number,
      recordedAt: { utc, offsetMinutes: 0 },
      episode: 1,
    };
  }

  #hangingOn<T extends { readonly session: number }>(things: readonly T[]): (T & { day: SessionDay })[] {
    return things.flatMap((thing) => {
      const day = this.#sessions.find(({ number }) => number === thing.session);
      return day ? [{ ...thing, day }] : [];
    });
  }
}

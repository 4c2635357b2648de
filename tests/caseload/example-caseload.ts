// The two dozen people of "Look around first": the generator's scores, and around them what shows how the loop is used. What
// happened on the day itself has not happened yet: it is the morning of that day.
import type { Weekday } from '../../src/clinical/calendar/days.ts';
import type { CalendarDay } from '../../src/clinical/verdict/score-point.ts';
import type { MeetingPlace } from '../../src/records/appointment.ts';
import { weekdayOf } from './calendar.ts';
import { withAnxiousAnswers } from './example/anxious-story.ts';
import { withLastSession } from './example/last-session.ts';
import { lastSessions } from './example/last-sessions.ts';
import { live } from './example/live.ts';
import { lives } from './example/lives.ts';
import { places } from './example/places.ts';
import type { MadeUpCaseload, MadeUpClient } from './made-up.ts';
import { makeCaseload } from './make-caseload.ts';
import { chanceFrom } from './random.ts';

const seed = 2026;

/** Most of them in therapy on the day it is opened; three have an appointment that day whatever weekday it is. */
export function exampleCaseload(today: CalendarDay): MadeUpCaseload {
  const made = makeCaseload({ seed, clients: 24, years: 2, today, meanSessions: 18, activeShare: 0.8 });
  const clients = made.clients.map((client, index) => {
    const morning = meetsToday(beforeToday(client, today), index, today);
    const told = index === places.lantern ? withAnxiousAnswers(morning) : morning;
    const life = lives.get(index);
    // Streams of chance of their own, so that the scores stay what they were.
    const chanceOf = (stream: number) => chanceFrom(seed + Math.imul(index + 1, stream));
    const lived = life ? live(told, life, today, chanceOf(0x51ed270b)) : told;
    const last = lastSessions.get(index);
    return last ? withLastSession(lived, last, chanceOf(0x2c1b3c6d)) : lived;
  });
  return { ...made, clients, crisisContacts };
}

/** Nobody answers there: what helps in a crisis differs from place to place, and none is right everywhere. */
const crisisContacts = [
  {
    id: 'e0000000000000000000000000000001',
    name: 'Example crisis line',
    reach: '000 000',
    note: 'Made up: day and night',
  },
  {
    id: 'e0000000000000000000000000000002',
    name: 'Example emergency service',
    reach: '000',
    note: 'Made up: at once',
  },
];

function beforeToday(client: MadeUpClient, today: CalendarDay): MadeUpClient {
  const entries = client.entries.filter(({ occurredOn }) => occurredOn !== null && occurredOn < today);
  if (entries.length === client.entries.length) return client;
  const { slot } = client.appointment;
  const next = slot && { on: today, time: slot.time, place: slot.place };
  return { ...client, entries, appointment: { next, slot } };
}

const always: ReadonlyMap<number, readonly [time: string, place: MeetingPlace]> = new Map([
  [places.rowan, ['10:00', 'room']],
  [places.willow, ['12:00', 'video']],
  [places.lantern, ['14:00', 'room']],
]);

function meetsToday(client: MadeUpClient, index: number, today: CalendarDay): MadeUpClient {
  const [time, place] = always.get(index) ?? [];
  const { appointment } = client;
  if (time !== undefined && place !== undefined)
    return { ...client, appointment: { ...appointment, next: { on: today, time, place } } };
  if (index !== places.thistle) return client;
  const weekday = (weekdayOf(today) || 7) as Weekday;
  return { ...client, appointment: { next: null, slot: { weekday, time: '16:00', place: 'room' } } };
}

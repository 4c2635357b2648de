// What a link asks, where it points, and that it stands in the record.
import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import type { DueFacts } from '../../../src/clinical/schedule/due-measures.ts';
import { addressProblem, checkInAddress, linkOf } from '../../../src/app/state/check-in-address.ts';
import { checkInStateNow, linkChoices, withdrawLink } from '../../../src/app/state/check-in-links.ts';
import { readFragment } from '../../../src/sync/vault/check-in-fragment.ts';
import { aClient } from './a-client.ts';
import { aLink, theLink } from './check-in-link-story.ts';

const due = (instrumentId: string, respondent: DueFacts['respondent'] = 'self'): DueFacts => ({
  ...{ instrumentId, respondent, since: '2026-01-01', cadence: { kind: 'weeks', every: 1 } },
  ...{ isPrimary: false, lastOn: null, sessionsSince: 0, lastSessionOn: null, missedOn: null },
});
const day = '2026-03-04';
const ticked = (facts: readonly DueFacts[]) =>
  linkChoices(publishedInstruments, facts, day)
    .choices.filter(({ isProposed }) => isProposed)
    .map(({ instrument }) => instrument.id);

describe('what is ticked', () => {
  test('what is due, answered by the client', () => {
    expect(ticked([due('gad-7'), due('phq-15', 'partner')])).toEqual(['gad-7']);
    expect(ticked([])).toEqual([]);
  });

  test('the PHQ-8 in the place of a PHQ-9, which is held back with its reason', () => {
    expect(ticked([due('phq-9')])).toEqual(['phq-8']);
    const { choices } = linkChoices(publishedInstruments, [due('phq-9')], day);
    const of = (id: string) => choices.find(({ instrument }) => instrument.id === id);
    expect(of('phq-8')?.insteadOf?.id).toBe('phq-9');
    expect(of('phq-9')).toMatchObject({ isProposed: false, isHeldBack: true });
  });

  test('no measure is offered that has no questions here, and none of the own ones; those that are due are named', () => {
    const mine = publishedInstruments.slice(0, 1).map((base) => ({
      ...base,
      id: 'own-1',
      origin: 'own' as const,
    }));
    const empty = publishedInstruments.filter(({ items }) => items.length === 0).slice(0, 1);
    const all = [...publishedInstruments, ...mine];
    const { choices, notInALink } = linkChoices(
      all,
      [...mine, ...empty].map(({ id }) => due(id)),
      day,
    );
    expect(
      choices.every(({ instrument: { items, origin } }) => items.length > 0 && origin === 'published'),
    ).toBe(true);
    expect(notInALink).toHaveLength(mine.length + empty.length);
    expect(notInALink.length).toBeGreaterThan(0);
  });
});

describe('the address of the check-in page', () => {
  test.each([
    ['https://practice.example/check-in/', null],
    ['  https://practice.example/check-in/ ', null],
    ['practice.example', 'not-an-address'],
    ['http://practice.example/', 'not-https'],
    ['ftp://practice.example/', 'not-https'],
    ['https://localhost:8080/', 'this-computer-only'],
    ['https://practice.example/#x', 'has-more'],
    ['https://practice.example/#', 'has-more'],
    ['https://practice.example/?a=b', 'has-more'],
    ['https://me:secret@practice.example/', 'has-more'],
    [`https://practice.example/${'x'.repeat(600)}`, 'too-long'],
  ])('%j: %s', (typed, problem) => {
    expect(addressProblem(typed)).toBe(problem);
  });

  test("the practice's own; else where the app comes from, if that is public; else none", () => {
    const app = 'https://app.example/soundings/index.html?x#/client/1/send';
    expect(checkInAddress('https://practice.example/c', app)).toEqual({
      ...{ kind: 'public', address: 'https://practice.example/c', isChosen: true },
    });
    expect(checkInAddress('', app)).toEqual({
      ...{ kind: 'public', address: 'https://app.example/soundings/check-in/', isChosen: false },
    });
    expect(checkInAddress('', 'http://localhost:4173/#/x')).toEqual({
      ...{ kind: 'this-computer', address: 'http://localhost:4173/check-in/' },
    });
    expect(checkInAddress('', 'http://192.168.1.5/').kind).toBe('none');
    expect(checkInAddress('', 'chrome-extension://abc/panel.html').kind).toBe('none');
    // Written by another version, or by hand.
    expect(checkInAddress('http://bad.example', 'http://192.168.1.5/').kind).toBe('none');
  });
});

test('a link stands in the record, holds no name, and can be withdrawn with undo', async () => {
  const { practice, client } = await aClient();
  const made = await aLink(practice, client);
  expect(theLink(client)).toEqual(made);
  expect(checkInStateNow(theLink(client))).toBe('open');
  const read = readFragment(made.fragment);
  expect(read).toMatchObject({ kind: 'read', offer: { checkInId: made.id, asked: made.asked } });
  expect(linkOf('https://a.example/', made.fragment)).toMatch(/^https:\/\/a\.example\/#[\w-]+$/);
  const undo = await withdrawLink(client, made);
  expect(checkInStateNow(theLink(client))).toBe('withdrawn');
  await undo(client);
  expect(checkInStateNow(theLink(client))).toBe('open');
});

// By which names the questions and answers of an instrument are called in files: LOINC codes for the published ones, the
// file's own names for what was brought in from one.
import type { Instrument, Item } from '../../clinical/instruments/instrument.ts';
import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import { largestSharedNumber } from './link-numbers.ts';

export interface AnswerKey {
  readonly instrument: Instrument;
  /** Canonical address of the questionnaire, where it is known. */
  readonly url: string | null;
  readonly items: readonly KeyItem[];
}

export interface KeyItem {
  readonly item: Item;
  readonly linkIds: readonly string[];
  readonly valueByCode: ReadonlyMap<string, number>;
}

/** @param definition the one that an own measure was made of */
export function answerKey(instrument: Instrument, definition: OwnMeasureDefinition | null = null): AnswerKey {
  const own = definition?.questionnaire;
  return {
    instrument,
    url: own?.url ?? null,
    items: instrument.items.map((item, index) => {
      const source = own?.items[index];
      const set = own?.answerSets.find(({ id }) => id === source?.answerSetId);
      const codes = (set?.answers ?? []).flatMap(({ code, value }) =>
        code === undefined ? [] : [[code, value] as const],
      );
      const loincs = item.options.flatMap(({ loinc, value }) =>
        loinc === undefined ? [] : [[loinc, value] as const],
      );
      return {
        item,
        // Public files write a LOINC code as a name with and without a slash before it.
        linkIds: [source?.linkId, item.loinc, item.loinc && `/${item.loinc}`].filter(
          (id) => !!id,
        ) as string[],
        valueByCode: new Map([...loincs, ...codes]),
      };
    }),
  };
}

/** The place of each answered question in the key's instrument. Null: this is another questionnaire. */
export function placesIn(
  key: AnswerKey,
  linkIds: readonly string[],
  questionnaire: string | null,
): ReadonlyMap<string, number> | null {
  const byName = new Map<string, number>();
  for (const linkId of linkIds) {
    const place = key.items.findIndex((one) => one.linkIds.includes(linkId));
    if (place >= 0) byName.set(linkId, place);
  }
  if (byName.size * 2 >= key.items.length) return byName;
  return isCalled(key, questionnaire) ? byNumber(linkIds, key.items.length) : null;
}

/** "…/Questionnaire/mii-qst-pro-phq-9" is a PHQ-9. */
function isCalled({ instrument, url }: AnswerKey, questionnaire: string | null): boolean {
  if (questionnaire === null) return false;
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [address = ''] = questionnaire.split('|');
  if (url !== null) return address === url.split('|')[0];
  return instrument.origin === 'published' && new RegExp(`${bare(instrument.id)}(?!\\d)`).test(bare(address));
}

/** "PHQ.1" … "PHQ.10", "H1/T1/Q1" …: names that differ in nothing but a number, from 1. */
function byNumber(linkIds: readonly string[], count: number): ReadonlyMap<string, number> | null {
  const numbered = largestSharedNumber(linkIds);
  const places = new Map([...numbered].map(([linkId, number]) => [linkId, number - 1]));
  const isWithin = [...places.values()].every((place) => place >= 0 && place < count);
  return places.size > 0 && isWithin ? places : null;
}

// The measures by what they are for, and those that somebody looks for.
import type { Domain, Instrument } from '../../../clinical/instruments/instrument.ts';
import { m } from '../../paraglide/messages.js';

export interface MeasureGroup {
  readonly id: Domain | 'own';
  readonly title: string;
  readonly measures: readonly Instrument[];
}

const titles: Readonly<Record<Domain, () => string>> = {
  depression: m.library_group_depression,
  anxiety: m.library_group_anxiety,
  trauma: m.library_group_trauma,
  'alcohol-and-drugs': m.library_group_alcohol,
  distress: m.library_group_distress,
  physical: m.library_group_physical,
};

/** In the order of the table above, the practice's own last; within a group as the catalogue has them, own ones by name. */
export function groupMeasures(measures: readonly Instrument[]): MeasureGroup[] {
  const groups = Object.entries(titles).map(([id, title]) => ({
    id: id as Domain,
    title: title(),
    measures: measures.filter(({ domain, origin }) => origin === 'published' && domain === id),
  }));
  const own = measures
    .filter(({ origin }) => origin === 'own')
    .sort((a, b) => a.shortName.localeCompare(b.shortName));
  return [...groups, { id: 'own' as const, title: m.library_own(), measures: own }];
}

/** Every word must be found: in a name, with or without its hyphens ("phq9"), or in what the measure is for. */
export function findMeasures(measures: readonly Instrument[], search: string): readonly Instrument[] {
  const words = search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return measures;
  return measures.filter((measure) => {
    const text = searchText(measure);
    return words.every(
      (word) => text.includes(word) || (plain(word) !== '' && plain(text).includes(plain(word))),
    );
  });
}

const searchText = ({ shortName, fullName, measures, domain }: Instrument): string =>
  [shortName, fullName, measures, domain ? titles[domain]() : m.library_own()].join(' ').toLocaleLowerCase();

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

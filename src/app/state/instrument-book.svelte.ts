// Every measure that can be used here: the published ones and the practice's own; and which rule the practice chose for each.
import {
  findInstrument as findPublished,
  publishedInstruments,
} from '../../clinical/instruments/catalogue.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import type { Person } from '../../clinical/verdict/choose-cut-off.ts';
import { readChoice, readProfile, type Choice } from '../../records/client-record.ts';
import { readOwnMeasures, readSetting } from '../../records/directory.ts';
import type { OpenDocument } from '../../sync/index.ts';
import type { ChoicesFor } from './client-chart.ts';
import { tellMeasuresApart } from '../wording/tell-measures-apart.ts';
import type { DirectoryState } from './directory-state.svelte.ts';

function personOf({ inner }: OpenDocument): Person {
  const { ageInYears, sex } = readProfile(inner);
  return { ...(ageInYears === undefined ? {} : { ageInYears }), ...(sex ? { sex } : {}) };
}

const isNewer = (version: string, than: string): boolean =>
  version.localeCompare(than, 'en', { numeric: true }) > 0;

/** Every version that can be read here, each under a name of its own. */
function ownInstruments(definitions: readonly OwnMeasureDefinition[]): readonly Instrument[] {
  const readable = definitions.flatMap((definition) => {
    const made = ownMeasure(definition);
    return made.kind === 'instrument'
      ? [{ instrument: made.instrument, madeOn: definition.madeOn ?? null }]
      : [];
  });
  const isNewest = ({ id, version }: Instrument): boolean =>
    !readable.some(({ instrument }) => instrument.id === id && isNewer(instrument.version, version));
  return tellMeasuresApart(
    readable.map((measure) => ({ ...measure, isNewest: isNewest(measure.instrument) })),
    publishedInstruments,
  );
}

export class InstrumentBook {
  readonly #directory: DirectoryState;
  readonly #definitions = $derived.by(() =>
    this.#directory.inner ? readOwnMeasures(this.#directory.inner) : [],
  );
  readonly #own = $derived(ownInstruments(this.#definitions));

  constructor(directory: DirectoryState) {
    this.#directory = directory;
  }

  /** Every version of the practice's own measures. */
  get definitions(): readonly OwnMeasureDefinition[] {
    return this.#definitions;
  }

  /** What each version of the practice's own measures is called here, by `<id>@<version>`. */
  get ownNames(): ReadonlyMap<string, string> {
    return new Map(this.#own.map(({ id, version, shortName }) => [`${id}@${version}`, shortName]));
  }

  /** Published instruments and the practice's own, newest version of each. */
  get newest(): readonly Instrument[] {
    const newest = new Map<string, Instrument>();
    for (const instrument of [...publishedInstruments, ...this.#own]) {
      const other = newest.get(instrument.id);
      if (!other || isNewer(instrument.version, other.version)) newest.set(instrument.id, instrument);
    }
    return [...newest.values()];
  }

  readonly find = (id: string, version: string): Instrument | null =>
    findPublished(id, version) ??
    this.#own.find((instrument) => instrument.id === id && instrument.version === version) ??
    null;

  practiceChoice(choice: Choice, instrumentId: string): string | null {
    const chosen = this.#directory.inner && readSetting(this.#directory.inner, `${choice}/${instrumentId}`);
    return typeof chosen === 'string' ? chosen : null;
  }

  /** Rule and cut-off for each instrument: the client's choice, else the practice's, else the instrument's first. */
  choicesFor(document: OpenDocument | null): ChoicesFor {
    const pick = (choice: Choice, instrumentId: string): string | null =>
      (document && readChoice(document.inner, choice, instrumentId)) ??
      this.practiceChoice(choice, instrumentId);
    const person = document ? personOf(document) : null;
    return (instrumentId) => {
      const changeRuleId = pick('change-rule', instrumentId);
      const cutOffId = pick('cut-off', instrumentId);
      return {
        ...(changeRuleId ? { changeRuleId } : {}),
        ...(cutOffId ? { cutOffId } : {}),
        ...(person ? { person } : {}),
      };
    };
  }
}

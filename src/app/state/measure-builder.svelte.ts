// A measure of one's own on the workbench: the draft, the steps back, and every change that is more than typing.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import { mostItems, type Totals } from '../../clinical/instruments/own-questionnaire.ts';
import { definitionOfDraft, draftProblems, measureDraft, totalsOfDraft } from './measure-draft.ts';
import type { DraftProblem, MeasureDraft } from './measure-draft.ts';
import { nextVersionNumber } from './measure-version.ts';
import { numberDraft } from './number-draft.ts';
import { answerDraft, itemDraft, nextId } from './questionnaire-draft.ts';
import type { AnswerSetDraft, ItemDraft, QuestionnaireDraft } from './questionnaire-draft.ts';

/** More steps back than anybody takes, and still little memory. */
const mostSteps = 100;

export class MeasureBuilder {
  /** The version that is in use; null for a new measure. */
  readonly before: OwnMeasureDefinition | null;
  #draft = $state<MeasureDraft>(measureDraft());
  #past = $state.raw<readonly string[]>([]);
  #present: string;
  /** Begun with something that is saved nowhere. */
  readonly #isFromFile: boolean;
  readonly #problems = $derived(draftProblems(this.#draft));
  readonly #totals = $derived(totalsOfDraft(this.#draft));
  readonly #preview = $derived.by(() => previewOf(this.#draft));

  /** @param start a draft to begin with, instead of the version in use */
  constructor(before: OwnMeasureDefinition | null, start: MeasureDraft | null = null) {
    this.before = before;
    this.#draft = start ?? measureDraft(before ?? {});
    this.#present = JSON.stringify(this.#draft);
    this.#isFromFile = start !== null;
  }

  /** Would something be lost with it? */
  get isBegun(): boolean {
    return this.canUndo || this.#isFromFile;
  }

  get draft(): MeasureDraft {
    return this.#draft;
  }

  get questionnaire(): QuestionnaireDraft {
    return this.#draft.questionnaire;
  }

  get problems(): readonly DraftProblem[] {
    return this.#problems;
  }

  get totals(): Totals | null {
    return this.#totals;
  }

  get nextVersion(): number {
    return nextVersionNumber(this.before);
  }

  /** The measure as it could be filled in now; null while its items are not whole. */
  get preview(): Instrument | null {
    return this.#preview;
  }

  /** Have the totals that are possible changed since the version in use? Then old and new scores are different things. */
  get hasOtherRange(): boolean {
    const { before, totals } = this;
    return (
      !!before && !!totals && (totals.range.min !== before.range.min || totals.range.max !== before.range.max)
    );
  }

  // ---- steps back

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Something may have been typed: the state before it becomes a step back. */
  remember(): void {
    const now = JSON.stringify(this.#draft);
    if (now === this.#present) return;
    this.#past = [...this.#past, this.#present].slice(-mostSteps);
    this.#present = now;
  }

  undo(): void {
    this.remember();
    const last = this.#past.at(-1);
    if (last === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#present = last;
    // Written by `remember` and by nobody else.
    this.#draft = JSON.parse(last) as MeasureDraft;
  }

  #change(edit: () => void): void {
    this.remember();
    edit();
    this.remember();
  }

  // ---- items

  get isFull(): boolean {
    return this.questionnaire.items.length >= mostItems;
  }

  /** @returns the new item's id, so that the focus can go there; null when there is no room */
  addItem(afterId: string | null = null): string | null {
    if (this.isFull) return null;
    const { items } = this.questionnaire;
    const at = afterId === null ? items.length : items.findIndex(({ id }) => id === afterId) + 1;
    const id = nextId('i', items);
    const answerSetId = items[at - 1]?.answerSetId ?? this.questionnaire.answerSets[0]?.id ?? 'a1';
    this.#change(() => items.splice(at, 0, itemDraft(id, answerSetId)));
    return id;
  }

  /** One item for each line; an empty last item is filled first. @returns how many there was room for */
  addItems(text: string): number {
    const lines = text.split('\n').map((line) => line.trim());
    const { items, answerSets } = this.questionnaire;
    const wanted = lines.filter((line) => line !== '');
    const isBlank = items.length === 1 && items[0]?.text.trim() === '';
    const room = mostItems - (isBlank ? 0 : items.length);
    const added = wanted.slice(0, room);
    this.#change(() => {
      const answerSetId = items.at(-1)?.answerSetId ?? answerSets[0]?.id ?? 'a1';
      if (isBlank && added.length > 0) items.splice(0, 1);
      for (const line of added) items.push(itemDraft(nextId('i', items), answerSetId, line));
    });
    return added.length;
  }

  removeItem(id: string): void {
    this.#change(() => {
      const { questionnaire } = this;
      questionnaire.items = questionnaire.items.filter((item) => item.id !== id);
      for (const subscale of questionnaire.subscales)
        subscale.itemIds = subscale.itemIds.filter((itemId) => itemId !== id);
    });
  }

  /** @param by −1 for up, 1 for down. @returns the item's place afterwards, from 1 */
  moveItem(id: string, by: -1 | 1): number {
    const { items } = this.questionnaire;
    const place = items.findIndex((item) => item.id === id);
    const to = Math.min(items.length - 1, Math.max(0, place + by));
    if (to !== place) this.#change(() => items.splice(to, 0, ...items.splice(place, 1)));
    return to + 1;
  }

  /** What is not in the total is in no subscale either. */
  setUnscored(item: ItemDraft, unscored: boolean): void {
    this.#change(() => {
      item.unscored = unscored;
      if (!unscored) return;
      for (const subscale of this.questionnaire.subscales)
        subscale.itemIds = subscale.itemIds.filter((id) => id !== item.id);
    });
  }

  /** A safety item asks for a conversation at every answer above the lowest, unless something else is said. */
  setSafety(item: ItemDraft, isSafety: boolean): void {
    this.#change(() => {
      item.isSafety = isSafety;
      const set = this.questionnaire.answerSets.find(({ id }) => id === item.answerSetId);
      const values = (set?.answers ?? []).flatMap(({ value }) => value.value ?? []);
      if (isSafety && item.safetyAbove.value === null && values.length > 0)
        item.safetyAbove = numberDraft(Math.min(...values));
    });
  }

  // ---- answers

  /** @param copyOf the set to begin with; the item given then uses the new one */
  addAnswerSet(copyOf: AnswerSetDraft | null, forItem: ItemDraft | null = null): string {
    const { answerSets } = this.questionnaire;
    const id = nextId('a', answerSets);
    const answers = copyOf?.answers.map(({ key, value, label }) => ({
      key,
      value: { ...value },
      label,
      code: '',
    }));
    this.#change(() => {
      answerSets.push({
        id,
        answers: answers ?? [keyed([], answerDraft(0)), { ...answerDraft(1), key: 'k2' }],
      });
      if (forItem) forItem.answerSetId = id;
    });
    return id;
  }

  removeAnswerSet(id: string): void {
    this.#change(() => {
      const { questionnaire } = this;
      questionnaire.answerSets = questionnaire.answerSets.filter((set) => set.id !== id);
    });
  }

  isSetUsed = (id: string): boolean => this.questionnaire.items.some(({ answerSetId }) => answerSetId === id);

  /** The next answer is worth one more than the last. @returns its key */
  addAnswer(set: AnswerSetDraft): string {
    const last = set.answers.at(-1)?.value.value ?? null;
    const answer = keyed(set.answers, answerDraft(last === null ? null : last + 1));
    this.#change(() => set.answers.push(answer));
    return answer.key;
  }

  removeAnswer(set: AnswerSetDraft, key: string): void {
    this.#change(() => (set.answers = set.answers.filter((answer) => answer.key !== key)));
  }

  // ---- subscales and bands

  addSubscale(): string {
    const { subscales } = this.questionnaire;
    const id = nextId('s', subscales);
    this.#change(() =>
      subscales.push({ id, label: '', itemIds: [], total: 'sum', factor: numberDraft(null) }),
    );
    return id;
  }

  removeSubscale(id: string): void {
    this.#change(() => {
      const { questionnaire } = this;
      questionnaire.subscales = questionnaire.subscales.filter((subscale) => subscale.id !== id);
    });
  }

  addBand(): string {
    const { bands } = this.#draft;
    const band = keyed(bands, { key: '', label: '', from: numberDraft(null) });
    this.#change(() => bands.push(band));
    return band.key;
  }

  removeBand(key: string): void {
    this.#change(() => (this.#draft.bands = this.#draft.bands.filter((band) => band.key !== key)));
  }
}

function keyed<Part extends { key: string }>(others: readonly Part[], part: Part): Part {
  const numbers = others.map(({ key }) => Number(key.slice(1))).filter(Number.isFinite);
  return { ...part, key: `k${Math.max(0, ...numbers) + 1}` };
}

/** Name and direction do not matter for trying it, nor what is wrong with any figure beside the items and bands. */
function previewOf(draft: MeasureDraft): Instrument | null {
  const definition = definitionOfDraft({ ...draft, better: draft.better ?? 'lower' }, 'own-preview', '0');
  if (!definition?.questionnaire) return null;
  const { name, range, step, better, questionnaire, bands } = definition;
  const bare = {
    format: 2,
    id: 'own-preview',
    version: '0',
    name: name || '…',
    range,
    step,
    better,
    questionnaire,
  };
  const made = ownMeasure({ ...bare, ...(bands && { bands }) });
  if (made.kind === 'instrument') return made.instrument;
  const withoutBands = ownMeasure(bare);
  return withoutBands.kind === 'instrument' ? withoutBands.instrument : null;
}

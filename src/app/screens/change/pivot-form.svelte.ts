// The form of a change of course: what is typed, kept as it is typed, and how the chart will call it.
import { beginPivot, isBegunPivot } from '../../state/begin-pivot.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import { DraftKeeper } from '../../state/draft-keeper.ts';
import { draftOf, keepDraft } from '../../state/drafts.ts';
import { lastSessionWithoutDay, techniqueInUse } from '../../state/pivot-changes.ts';
import {
  newPivotDraft,
  pivotProblems,
  readPivotDraft,
  type PivotDraft,
  type PivotProblem,
} from '../../state/pivot-draft.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { techniqueName } from '../../wording/technique-words.ts';
import { improvingDirection } from './target-options.ts';

export class PivotForm {
  readonly #client: ClientState;
  readonly #practice: Practice;
  readonly #today: string;
  readonly #keeper: DraftKeeper<PivotDraft>;
  #draft: PivotDraft;
  /** It was there when the page came up. */
  readonly wasKept: boolean;

  constructor(client: ClientState, practice: Practice, today: string) {
    this.#client = client;
    this.#practice = practice;
    this.#today = today;
    this.#keeper = new DraftKeeper((draft) =>
      keepDraft(client, 'pivot', draft && isBegunPivot(draft) ? draft : null),
    );
    const kept = draftOf(client, 'pivot');
    this.wasKept = kept !== null;
    this.#draft = $state.raw(kept ? readPivotDraft(kept) : this.#fresh());
  }

  /** The measure answered last, the better way, from what is in use now. */
  #fresh(): PivotDraft {
    const { measures } = this.#client;
    const [view] = measures;
    const target = view && {
      kind: 'measure' as const,
      instrumentId: view.instrument.id,
      respondent: view.series.respondent,
    };
    return {
      ...newPivotDraft(this.#today),
      from: techniqueInUse(this.#client),
      ...(target && { target, direction: improvingDirection(target, measures) }),
    };
  }

  get draft(): PivotDraft {
    return this.#draft;
  }

  get isBegun(): boolean {
    return isBegunPivot(this.#draft);
  }

  get label(): string {
    const { label, to } = this.#draft;
    return label ?? (to === null ? '' : techniqueName(to, this.#practice.techniques));
  }

  /** Its scores have numbers and no days: then it begins after a session. */
  get lastSession(): number | null {
    return lastSessionWithoutDay(this.#client, this.#draft.target, this.original);
  }

  get afterSession(): number | null {
    return this.#draft.afterSession ?? this.lastSession;
  }

  /** The change that this one corrects. */
  get original() {
    return this.#client.pivots.find(({ entry }) => entry.id === this.#draft.replaces)?.entry ?? null;
  }

  /** The change that is changed again. */
  get reviewed() {
    return (
      this.#client.pivots.find(({ entry }) => entry.id === this.#draft.reviewing?.pivotId)?.entry ?? null
    );
  }

  /** That it belongs to. */
  get course() {
    const { courses, episode } = this.#client.chart;
    const own = this.original?.episode ?? episode;
    return courses.find((course) => course.episode === own);
  }

  get problems(): readonly PivotProblem[] {
    return pivotProblems(this.whole, {
      today: this.#today,
      course: this.course,
      isBySession: this.lastSession !== null,
      label: this.label,
      reviewOnBefore: this.original?.reviewOn ?? null,
    });
  }

  /** With what was proposed and left as it is. */
  get whole(): PivotDraft {
    return { ...this.#draft, afterSession: this.lastSession === null ? null : this.afterSession };
  }

  set(change: Partial<PivotDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#keeper.changed(this.#draft);
  }

  /** Puts another draft into the form, if nothing is begun there. */
  async take(draft: PivotDraft): Promise<'begun' | 'other-begun'> {
    this.keep();
    const outcome = await beginPivot(this.#client, draft);
    if (outcome === 'begun') this.#draft = draft;
    return outcome;
  }

  readonly keep = (): void => this.#keeper.now();

  /** What was typed is not written any more: it is saved. */
  done(): void {
    this.#keeper.drop();
  }

  async discard(): Promise<void> {
    this.#keeper.drop();
    await keepDraft(this.#client, 'pivot', null);
  }
}

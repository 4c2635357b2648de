// The form of a conversation about risk: what is typed, kept as it is typed, and what becomes of it.
import type { RiskConversationEntry } from '../../../records/entry.ts';
import { DraftKeeper } from '../../state/draft-keeper.ts';
import { draftOf, keepDraft } from '../../state/drafts.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import {
  correctionOf,
  isEmptyRisk,
  newRiskDraft,
  readRiskDraft,
  type RiskDraft,
} from '../../state/risk-draft.ts';

/** Something that would be missed. */
const isBegun = (draft: RiskDraft): boolean =>
  !isEmptyRisk(draft) || draft.askAgainOn !== null || draft.replaces !== null;

export class RiskForm {
  readonly #client: ClientState;
  readonly #keeper: DraftKeeper<RiskDraft>;
  #draft = $state.raw<RiskDraft>(newRiskDraft(''));
  /** It was there when the page came up. */
  readonly wasKept: boolean;

  constructor(client: ClientState, today: string) {
    this.#client = client;
    this.#keeper = new DraftKeeper((draft) =>
      keepDraft(client, 'risk-conversation', draft && isBegun(draft) ? draft : null),
    );
    const kept = draftOf(client, 'risk-conversation');
    this.wasKept = kept !== null;
    this.#draft = kept ? readRiskDraft(kept) : newRiskDraft(today);
  }

  get draft(): RiskDraft {
    return this.#draft;
  }

  get isBegun(): boolean {
    return isBegun(this.#draft);
  }

  set(change: Partial<RiskDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#keeper.changed(this.#draft);
  }

  correct(entry: RiskConversationEntry): void {
    this.set(correctionOf(entry));
  }

  readonly keep = (): void => this.#keeper.now();

  /** What was typed is not written any more: it is recorded. */
  done(): void {
    this.#keeper.drop();
  }

  async discard(): Promise<void> {
    this.#keeper.drop();
    await keepDraft(this.#client, 'risk-conversation', null);
  }
}

// Where the app stands: before, at or behind the vault's door. One of these is made in main.ts.
import {
  type BrowserFeature,
  openVaultDoor,
  openThrowAwayVault,
  type DoorOpening,
  type UnlockOutcome,
  type Entrance,
  type HandedOver,
  type HandOverSheet,
  type PinOpening,
  type PinWrap,
  type VaultDoor,
  type VaultSession,
} from '../../sync/index.ts';
import { Curtain } from './curtain.svelte.ts';
import { watchIdle } from './idle-lock.ts';
import { today } from './now.ts';
import type { Practice } from './practice.svelte.ts';

import type { RecoveryCheck } from './recovery-check.svelte.ts';
import type { RestoreOutcome, RestoreProgress } from './restore.ts';
import { href, parseRoute, type Route } from './route.ts';
import { sessionsGoingOn } from './running-sessions.ts';
import { Sharing } from './sharing.svelte.ts';
import { StorageState } from './storage.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { Toasts } from './toasts.svelte.ts';

/** The tablet is with a client: nothing of the vault is open, and only this is shown. */
export interface HandedOverPhase {
  readonly kind: 'handed-over';
  readonly run: HandedOver;
  /** Null: none was set, or the page was loaded anew since. */
  readonly pin: PinWrap | null;
  readonly hasPasskey: boolean;
}

export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'first-run' }
  /** The vault is made and durable; its recovery sheet waits to be kept. */
  | { readonly kind: 'new-vault'; readonly recovery: RecoveryCheck; readonly practice: Practice }
  | { readonly kind: 'locked'; readonly hasPasskey: boolean; readonly lastBackupAt: string | null }
  | HandedOverPhase
  /** Another tab is the writer; `isFrozen`: it has given no sign of life for a while. */
  | { readonly kind: 'elsewhere'; readonly isFrozen: boolean }
  | { readonly kind: 'unsupported'; readonly missing: readonly BrowserFeature[] }
  | { readonly kind: 'cannot-open'; readonly reason: string }
  | { readonly kind: 'open'; readonly practice: Practice };

/** What unlocking came to; 'open' has moved on to the next phase already. */
export type UnlockResult = Exclude<UnlockOutcome, { readonly kind: 'open' }> | { readonly kind: 'open' };
export type PinResult = UnlockResult | Exclude<PinOpening, { readonly kind: 'opened' }>;

/** Milliseconds since now. A clock that is set back buys no time, nor does a tablet that sleeps. */
function sinceNow(): () => number {
  const [steady, wall] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - steady, Date.now() - wall);
}

const loadPractice = () => import('./practice.svelte.ts');

export class AppState {
  readonly toasts = new Toasts();
  readonly sharing = new Sharing(this.toasts);
  readonly curtain = new Curtain(this.toasts);
  readonly theme = new Theme();
  readonly storage = new StorageState();
  #phase = $state.raw<Phase>({ kind: 'starting' });
  #behindExample: Phase | null = null;
  #route = $state.raw<Route>(parseRoute(location.hash));
  #entrance: Entrance | null = null;
  #opening: DoorOpening | null = null;
  #session = new AbortController();

  get phase(): Phase {
    return this.#phase;
  }

  get route(): Route {
    return this.#route;
  }

  /** The open practice, real or example; null before the door. */
  get practice(): Practice | null {
    return this.#phase.kind === 'open' ? this.#phase.practice : null;
  }

  /** Called once at start. Everything a person can meet on the way becomes a phase. */
  async start(): Promise<void> {
    addEventListener('hashchange', () => {
      this.sharing.end();
      this.#route = parseRoute(location.hash);
    });
    // What is typed is sealed at once when the page may go away (B1: blur, hide).
    const seal = (): void => void this.practice?.session.flush();
    document.addEventListener('visibilitychange', seal);
    addEventListener('pagehide', seal);
    addEventListener('blur', seal);
    await this.#arrive(await openVaultDoor());
    await this.storage.look();
  }

  async #arrive(opening: DoorOpening): Promise<void> {
    this.#opening = opening;
    if (opening.kind !== 'entrance') {
      this.#phase =
        opening.kind === 'elsewhere' ? { kind: 'elsewhere', isFrozen: opening.isFrozen } : opening;
      return;
    }
    const { entrance } = opening;
    this.#entrance = entrance;
    void entrance.lost.then(() => this.#lostTheDoor());
    const [presence, run] = await Promise.all([entrance.look(), entrance.handedOver()]);
    if (presence.kind === 'none') this.#phase = { kind: 'first-run' };
    else if (run === null) this.#phase = presence;
    else this.#phase = { kind: 'handed-over', run, pin: null, hasPasskey: presence.hasPasskey };
    // Fetched while the person reads or types, so that nobody waits for it.
    void Promise.all([entrance.door(), loadPractice()]);
  }

  /** Another tab took over: let go of everything and begin again as the one that waits (P3). */
  #lostTheDoor(): void {
    this.#session.abort();
    location.reload();
  }

  /** From the phase 'elsewhere': take over from the other tab. */
  async useHere(): Promise<void> {
    if (this.#opening?.kind === 'elsewhere') await this.#arrive(await this.#opening.takeOver());
  }

  #enter(practice: Practice): void {
    this.#phase = { kind: 'open', practice };
    this.#session = new AbortController();
    watchIdle(
      () => practice.idleLockMinutes,
      () => this.#leftAlone(practice),
      this.#session.signal,
    );
  }

  /** Nobody touched anything for a while: in a session the curtain comes down, otherwise the vault locks (DESIGN 5). */
  async #leftAlone(practice: Practice): Promise<void> {
    const sessions = sessionsGoingOn(practice.clients, new Date().toISOString(), today());
    if (sessions.some(({ isLeftOpen }) => !isLeftOpen)) this.curtain.draw();
    else await this.lock();
  }

  /** Makes a vault on this device; resolves when it is durable and its sheet can be shown. */
  async makeVault(passphrase: string): Promise<void> {
    const door = await this.#door();
    const { session, recoveryWords, recoveryQr } = await door.found(passphrase);
    const practice = await this.#openPractice(session);
    const recovery = practice.keys.checkOf({ words: recoveryWords, qrText: recoveryQr });
    this.#phase = { kind: 'new-vault', recovery, practice };
  }

  /** Leaves the steps of a new vault for the practice itself. */
  enterNewVault(): void {
    if (this.#phase.kind === 'new-vault') this.#enter(this.#phase.practice);
  }

  async unlock(passphrase: string): Promise<UnlockResult> {
    return this.#unlocked(await (await this.#door()).unlock(passphrase));
  }

  async unlockWithPasskey(): Promise<UnlockResult> {
    return this.#unlocked(await (await this.#door()).unlockWithPasskey());
  }

  async #unlocked(outcome: UnlockOutcome): Promise<UnlockResult> {
    if (outcome.kind !== 'open') return outcome;
    const wasAway = this.#phase.kind === 'handed-over';
    const practice = await this.#openPractice(outcome.session);
    if (wasAway) await this.#takeBack(practice);
    this.#enter(practice);
    return { kind: 'open' };
  }

  /** The tablet is back: what was answered goes into the record, and the client's own view is what is seen next. */
  async #takeBack(practice: Practice): Promise<void> {
    const { comeBack } = await import('./come-back.ts');
    const back = await comeBack(practice);
    if (back === null) return;
    this.sharing.wantedFor = back.kind === 'share' ? back.clientId : null;
    this.replaceRoute(back);
  }

  /** Stands at another address without a step back to this one. */
  replaceRoute(route: Route): void {
    history.replaceState(null, '', href(route));
    this.#route = route;
  }

  /** From the phase 'handed-over'; a wrong PIN is counted by the wrap itself. */
  async unlockWithPin(pin: string): Promise<PinResult> {
    if (this.#phase.kind !== 'handed-over' || !this.#phase.pin) return { kind: 'gone', why: 'time' };
    const opening = await this.#phase.pin.open(pin);
    if (opening.kind !== 'opened') return opening;
    return this.#unlocked(await (await this.#door()).unlockAfterHandOver(opening.keyringKey));
  }

  /**
   * Locks for a client (VAULT H5); what they are asked is durable. Without a PIN as always, and the page begins anew. With one
   * nothing is left but the wrapped key: everything else that was open is let go of, and no reload takes that key away.
   */
  async lockForClient(sheet: HandOverSheet, pin: string | null): Promise<void> {
    const { practice } = this;
    const entrance = this.#entrance;
    if (!practice || !entrance) throw new Error('there is nothing to hand over');
    if (pin === null) return void (await this.lock());
    const { hasPasskey } = practice.keys;
    try {
      const wrap = await practice.session.inbox.pinWrap(pin, sinceNow());
      const run = await entrance.handedOver();
      if (run?.sheet.checkInId !== sheet.checkInId) throw new Error('what was handed over is not there');
      // With a reason of its own: the error that the browser makes otherwise keeps the frames, and with them the record, in memory.
      this.#session.abort('handed over');
      this.#session = new AbortController();
      await practice.close();
      this.sharing.end();
      for (const { id } of this.toasts.all) this.toasts.dismiss(id);
      history.replaceState(null, '', location.pathname + location.search);
      this.#route = parseRoute('');
      this.#phase = { kind: 'handed-over', run, pin: wrap, hasPasskey };
    } catch (error) {
      // The sheet is kept: the page that begins anew asks from it, without a PIN.
      location.reload();
      throw error;
    }
  }

  async #openPractice(session: VaultSession): Promise<Practice> {
    const { Practice: Opened } = await loadPractice();
    return Opened.open(session, () => this.#takeIn(session));
  }

  /** What an earlier lock could not save (P5). True if nothing of it still waits. */
  async #takeIn(session: VaultSession): Promise<boolean> {
    const [{ takeKeepsakeIn }, { keepsakeRemark }] = await Promise.all([
      import('./unsaved-keepsake.ts'),
      import('../wording/keepsake-remark.ts'),
    ]);
    const outcome = await takeKeepsakeIn(session);
    const text = keepsakeRemark(outcome);
    if (text !== null) this.toasts.show({ text });
    return outcome.kind === 'nothing-kept' || (outcome.kind === 'taken-in' && outcome.waiting === 0);
  }

  /**
   * A backup file and the words of the recovery sheet make a vault on a device that has none (P8: a new device identity). Where
   * the vault is still here and only its passphrase is lost, the words are enough: file is null.
   */
  async restore(
    file: Blob | null,
    words: string,
    passphrase: string,
    onProgress: RestoreProgress,
  ): Promise<RestoreOutcome> {
    const { restoreFromBackup } = await import('./restore.ts');
    const outcome = await restoreFromBackup(await this.#door(), file, words, passphrase, onProgress);
    if (outcome.kind === 'restored') this.#enter(await this.#openPractice(outcome.session));
    return outcome;
  }

  /** Opens the example caseload in a vault that lives in memory only. The real one, if any, stays shut. */
  async lookAround(): Promise<void> {
    const session = await openThrowAwayVault();
    const { Practice: Opened } = await loadPractice();
    const practice = await Opened.open(session);
    const { loadExample } = await import('./example.ts');
    await loadExample(practice);
    this.#behindExample = this.#phase;
    this.#phase = { kind: 'open', practice };
    location.hash = '';
  }

  async leaveExample(): Promise<void> {
    const { practice } = this;
    if (!practice?.isExample || !this.#behindExample) return;
    this.#phase = this.#behindExample;
    this.#behindExample = null;
    location.hash = '';
    await practice.close();
  }

  /**
   * Seals what was typed, waits for Saved, drops every key and all plain text with the page itself (L2). What cannot be saved
   * is kept sealed beside the database and taken in at the next unlock (P5); if there is no room even for that, it does
   * not lock and says so. Whatever else fails, the page goes: the keys go with it.
   */
  async lock(): Promise<'locking' | 'nothing-would-keep-it'> {
    const { practice } = this;
    if (practice && (await practice.session.flush()).kind === 'not-saved') {
      const { keepUnsaved } = await import('./unsaved-keepsake.ts');
      if (!(await keepUnsaved(practice.session))) return 'nothing-would-keep-it';
    }
    this.#session.abort();
    try {
      await practice?.close();
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
      location.reload();
    }
    return 'locking';
  }

  #door(): Promise<VaultDoor> {
    if (!this.#entrance) throw new Error('the vault door is not there yet');
    return this.#entrance.door();
  }
}

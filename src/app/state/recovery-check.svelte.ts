// The recovery sheet has just been made: show it, then ask for three of its words, because a sheet that nobody kept is
// worse than none (VAULT K3).

/** How many words are asked for. */
const askedCount = 3;

export class RecoveryCheck {
  readonly words: readonly string[];
  readonly qrText: string;
  /** 1-based, ascending. */
  readonly askedPositions: readonly number[];
  readonly #onKept: () => Promise<void>;
  #isDone = $state(false);

  /** `pick(n)` returns an even random integer from 0 to n − 1. `onKept` notes that the sheet was checked. */
  constructor(
    sheet: { readonly words: readonly string[]; readonly qrText: string },
    pick: (below: number) => number,
    onKept: () => Promise<void>,
  ) {
    this.words = sheet.words;
    this.qrText = sheet.qrText;
    this.#onKept = onKept;
    const positions = new Set<number>();
    while (positions.size < askedCount) positions.add(pick(sheet.words.length) + 1);
    this.askedPositions = [...positions].sort((a, b) => a - b);
  }

  /** True once the asked words were given right. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Compares without regard to case and outer space; notes success for good. Returns the 1-based positions that are wrong. */
  async check(answers: readonly string[]): Promise<readonly number[]> {
    const wrong = this.askedPositions.filter(
      (position, index) => answers[index]?.trim().toLowerCase() !== this.words[position - 1],
    );
    if (wrong.length === 0) {
      await this.#onKept();
      this.#isDone = true;
    }
    return wrong;
  }
}

// Light, dark or as the system has it. Says nothing about anyone, so it may lie in local storage and hold before unlock.
export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'soundings-theme';
const isChoice = (text: string | null): text is ThemeChoice =>
  text === 'system' || text === 'light' || text === 'dark';

export class Theme {
  #choice = $state<ThemeChoice>('system');

  constructor() {
    const kept = localStorage.getItem(key);
    if (isChoice(kept)) this.choice = kept;
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    localStorage.setItem(key, choice);
    if (choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
  }
}

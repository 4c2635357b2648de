export interface ChartColours {
  readonly paper: string;
  readonly text: string;
  readonly ink: string;
  readonly line: string;
  readonly lineSecond: string;
  readonly grid: string;
  readonly cutOff: string;
  readonly corridor: string;
  readonly band: string;
  readonly focus: string;
}

const tokens: Readonly<Record<keyof ChartColours, string>> = {
  paper: '--paper',
  text: '--chart-text',
  ink: '--ink',
  line: '--chart-line',
  lineSecond: '--chart-line-second',
  grid: '--chart-grid',
  cutOff: '--chart-cut-off',
  corridor: '--chart-corridor',
  band: '--chart-band-odd',
  focus: '--focus',
};

/**
 * The tokens as colours a canvas takes. They are tried on `probe`, because the value of a custom property is still
 * `light-dark(…)`; on paper the probe is made light whatever the screen is.
 */
export function readChartColours(probe: HTMLElement, onPaper: boolean): ChartColours {
  probe.style.colorScheme = onPaper ? 'light' : '';
  // A colour on its way to another one would be read where it started.
  probe.style.transition = 'none';
  const style = getComputedStyle(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return style.color;
  };
  const entries = Object.entries(tokens).map(([name, token]) => [name, read(token)]);
  probe.style.color = '';
  probe.style.transition = '';
  // fromEntries forgets the names; they are those of `tokens`.
  return Object.fromEntries(entries) as Record<keyof ChartColours, string>;
}

/** Calls back whenever the tokens mean other colours, or paper instead of a screen, until the signal ends it. */
export function onColourChange(signal: AbortSignal, changed: (onPaper: boolean) => void): void {
  const screen = (): void => changed(false);
  for (const query of [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    '(prefers-contrast: more)',
  ]) {
    matchMedia(query).addEventListener('change', screen, { signal });
  }
  const theme = new MutationObserver(screen);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => theme.disconnect());
  // Printing asks twice in some browsers and only once, by media query, in others.
  addEventListener('beforeprint', () => changed(true), { signal });
  addEventListener('afterprint', screen, { signal });
  matchMedia('print').addEventListener('change', (event) => changed(event.matches), { signal });
}

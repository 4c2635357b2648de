import { expect, type BrowserContext } from '@playwright/test';

/** What a browser context asked for and complained about; `assertClean` is the real guard of VAULT L1. */
export class Watch {
  readonly requests: string[] = [];
  readonly problems: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #allowedOrigin: () => string;

  constructor(allowedOrigin: () => string) {
    this.#allowedOrigin = allowedOrigin;
  }

  /** Starts watching; call before the first page of the context is opened. */
  async attach(context: BrowserContext): Promise<this> {
    context.on('request', (request) => this.requests.push(request.url()));
    context.on('weberror', (error) => this.problems.push(`page error: ${String(error.error())}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    await context.exposeBinding('soundingsTestPolicyViolation', (_source, text: string) => {
      this.problems.push(`policy violation: ${text}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (globalThis as unknown as Record<string, (text: string) => void>)[
          'soundingsTestPolicyViolation'
        ];
        report?.(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    return this;
  }

  /** A problem that this test provokes on purpose. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Every request stayed on the origin, and nothing was reported that was not allowed. */
  assertClean(): void {
    const origin = this.#allowedOrigin();
    const strangers = this.requests.filter(
      (url) =>
        !url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith(`blob:${origin}/`),
    );
    expect(strangers, 'every request stays on the origin').toEqual([]);
    const unexpected = this.problems.filter(
      (problem) => !this.#allowed.some((pattern) => pattern.test(problem)),
    );
    expect(unexpected, 'no page error, console error or policy violation').toEqual([]);
  }
}

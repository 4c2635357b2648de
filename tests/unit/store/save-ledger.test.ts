import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SaveLedger, type Attempt } from '../../../src/sync/store/save-ledger.ts';

describe('what counts as saved', () => {
  it('nothing asked for is saved, and so is everything that completed', async () => {
    const ledger = new SaveLedger();
    expect(ledger.status).toEqual({ kind: 'saved' });
    const first = ledger.begin();
    const second = ledger.begin();
    ledger.complete(first);
    expect(ledger.status).toEqual({ kind: 'saving' });
    const settled = ledger.settled();
    ledger.complete(second);
    expect(await settled).toEqual({ kind: 'saved' });
  });

  it('later edits cannot make up for an aborted one', () => {
    const ledger = new SaveLedger();
    ledger.fail(ledger.begin(), 'aborted');
    ledger.complete(ledger.begin());
    expect(ledger.status).toEqual({ kind: 'not-saved', reason: 'aborted' });
  });

  it('a full state makes up for every failure before it', () => {
    const ledger = new SaveLedger();
    ledger.fail(ledger.begin(), 'quota');
    const whole = ledger.begin(true);
    expect(ledger.status).toEqual({ kind: 'saving' });
    ledger.complete(whole);
    expect(ledger.status).toEqual({ kind: 'saved' });
  });

  it('a full state does not make up for a failure after it', () => {
    const ledger = new SaveLedger();
    ledger.fail(ledger.begin(), 'aborted');
    const whole = ledger.begin(true);
    ledger.fail(ledger.begin(), 'quota');
    ledger.complete(whole);
    expect(ledger.status).toEqual({ kind: 'not-saved', reason: 'quota' });
  });

  it('a full state covers an older attempt whose failure is told late', () => {
    const ledger = new SaveLedger();
    const edit = ledger.begin();
    const whole = ledger.begin(true);
    ledger.complete(whole);
    ledger.fail(edit, 'aborted');
    expect(ledger.status).toEqual({ kind: 'saved' });
  });

  it('what was under way when the connection went counts as lost, whatever is heard of it later', () => {
    const ledger = new SaveLedger();
    const edit = ledger.begin();
    ledger.failAllPending('closed');
    ledger.complete(edit);
    expect(ledger.status).toEqual({ kind: 'not-saved', reason: 'closed' });
  });

  it('a listener that throws is reported, but not to whoever edits', async () => {
    const reported: unknown[] = [];
    const report = (error: unknown) => reported.push(error);
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', report);
    const ledger = new SaveLedger();
    const heard: string[] = [];
    ledger.subscribe(() => {
      throw new Error('a broken screen');
    });
    ledger.subscribe((status) => heard.push(status.kind));
    expect(() => ledger.begin()).not.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.removeListener('uncaughtException', report);
    for (const listener of before) process.on('uncaughtException', listener);
    expect(heard).toEqual(['saving']);
    expect(reported).toHaveLength(1);
  });

  it('whatever happens, "saved" means: nothing under way, and no failure without a later full state', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('begin' as const), whole: fc.boolean() }),
      fc.record({ kind: fc.constantFrom('complete' as const, 'fail' as const), at: fc.nat(5) }),
      fc.record({ kind: fc.constantFrom('lose' as const, 'refuse' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ledger = new SaveLedger();
        let attempts: { readonly attempt: Attempt; readonly order: number; readonly whole: boolean }[] = [];
        let order = 0;
        let lastFailure = -1;
        let lastWhole = -1;
        for (const step of steps) {
          order += 1;
          if (step.kind === 'begin')
            attempts.push({ attempt: ledger.begin(step.whole), order, whole: step.whole });
          else if (step.kind === 'lose') {
            ledger.failAllPending('closed');
            attempts = [];
            lastFailure = order;
          } else if (step.kind === 'refuse') {
            ledger.failAtOnce('aborted');
            lastFailure = order;
          } else if ('at' in step) {
            const [chosen] = attempts.splice(step.at % Math.max(1, attempts.length), 1);
            if (chosen === undefined) continue;
            if (step.kind === 'fail') {
              ledger.fail(chosen.attempt, 'aborted');
              lastFailure = Math.max(lastFailure, chosen.order);
            } else {
              ledger.complete(chosen.attempt);
              if (chosen.whole) lastWhole = Math.max(lastWhole, chosen.order);
            }
          }
          const isSaved = attempts.length === 0 && lastFailure <= lastWhole;
          expect(ledger.status.kind === 'saved').toBe(isSaved);
        }
      }),
      { numRuns: 500 },
    );
  });
});

// The epochs that count, who holds each, and whether it may be written under (R2, PROTOCOL 7.4).
import { compareText } from '../vault/binary.ts';
import type { EpochId } from '../vault/ids.ts';
import { principalKey, type Principal } from './principal.ts';
import type { RegisteredEpoch } from './registry-view.ts';
import type { Statement } from './statement.ts';

/** `statements` are those that count; `isOut` says who is revoked or replaced. Sorted by counter, then id. */
export function readEpochs(
  statements: readonly Statement[],
  isOut: (principal: Principal) => boolean,
): readonly RegisteredEpoch[] {
  const epochs = new Map<EpochId, Pick<RegisteredEpoch, 'id' | 'counter' | 'commitment'>>();
  const holders = new Map<EpochId, Map<string, Principal>>();
  const hold = (epochId: EpochId, principal: Principal): void => {
    const held = holders.get(epochId) ?? new Map<string, Principal>();
    holders.set(epochId, held.set(principalKey(principal), principal));
  };
  for (const { issuer, body } of statements) {
    if (body.kind === 'epoch') {
      epochs.set(body.epochId, { id: body.epochId, counter: body.counter, commitment: body.commitment });
      hold(body.epochId, issuer);
    } else if (body.kind === 'grant') hold(body.epochId, body.recipient);
  }
  return [...epochs.values()]
    .sort((a, b) => a.counter - b.counter || compareText(a.id, b.id))
    .map((epoch) => {
      const keys = [...(holders.get(epoch.id) ?? new Map<string, Principal>())];
      const sorted = keys.sort(([a], [b]) => compareText(a, b)).map(([, principal]) => principal);
      return { ...epoch, holders: sorted, isWritable: !sorted.some(isOut) };
    });
}

import { errorName } from './store-failure.ts';

/**
 * Makes the requests of a transaction keep their errors to themselves: y-indexeddb turns each failed request into a
 * promise that nobody catches. The failure is not lost: it aborts the transaction, which is where we listen.
 * @param replaceFirstRow asked once, at the first `add`: rows to add instead, or none to leave it as it is.
 */
export function quietTransaction(
  transaction: IDBTransaction,
  replaceFirstRow: (() => readonly Uint8Array[]) | null,
): IDBTransaction {
  const objectStore = transaction.objectStore.bind(transaction);
  let replace = replaceFirstRow;
  transaction.objectStore = (name) => {
    const store = objectStore(name);
    const add = store.add.bind(store);
    store.add = (value: unknown) => {
      const rows = replace?.() ?? [];
      replace = null;
      try {
        const requests = (rows.length === 0 ? [value] : rows).map((row) => quiet(add(row)));
        return requests[0] ?? unanswered();
      } catch (error) {
        // Without this row the transaction must not complete: it would count as saved.
        abortIfItCan(transaction);
        if (errorName(error) !== 'TransactionInactiveError') throw error;
        return unanswered();
      }
    };
    store.getAll = quietly(store.getAll.bind(store));
    store.count = quietly(store.count.bind(store));
    store.delete = quietly(store.delete.bind(store));
    store.openKeyCursor = quietly(store.openKeyCursor.bind(store));
    return store;
  };
  return transaction;
}

const quietly =
  <Args extends unknown[], Request extends IDBRequest>(ask: (...args: Args) => Request) =>
  (...args: Args): Request => {
    try {
      return quiet(ask(...args));
    } catch (error) {
      if (errorName(error) !== 'TransactionInactiveError') throw error;
      return unanswered<Request>(); // aborted in the meantime, and the transaction tells
    }
  };

/** A request whose promise stays open. y-indexeddb only sets its handlers. */
const unanswered = <Request extends IDBRequest>(): Request => ({}) as Request;

function quiet<Request extends IDBRequest>(request: Request): Request {
  Object.defineProperty(request, 'onerror', { get: () => null, set: () => undefined });
  return request;
}

function abortIfItCan(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (errorName(error) !== 'InvalidStateError') throw error; // it has ended already
  }
}

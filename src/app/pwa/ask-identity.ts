import { isWorkerIdentity, type WorkerIdentity, type WorkerQuestion } from './worker-messages.ts';

/**
 * Asks a service worker which build it belongs to. Null if it does not answer in time (a worker of a build that did not
 * know the question yet).
 */
export function askIdentity(worker: ServiceWorker, timeoutMs = 2000): Promise<WorkerIdentity | null> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const finish = (identity: WorkerIdentity | null): void => {
      clearTimeout(timer);
      channel.port1.close();
      resolve(identity);
    };
    const timer = setTimeout(() => finish(null), timeoutMs);
    channel.port1.onmessage = (event: MessageEvent<unknown>) =>
      finish(isWorkerIdentity(event.data) ? event.data : null);
    const question: WorkerQuestion = { kind: 'who-are-you' };
    worker.postMessage(question, [channel.port2]);
  });
}

import type { Server } from 'node:http';

export type Listening =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'port-in-use'; readonly port: number };

/**
 * Listens on one loopback address. Port 0 lets the system choose.
 * A used port is an expected outcome; anything else that goes wrong throws.
 */
export function listenOnLoopback(
  server: Server,
  port: number,
  address: '127.0.0.1' | '::1',
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve({ kind: 'port-in-use', port });
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, address, () => {
      server.off('error', onError);
      const bound = server.address();
      if (bound === null || typeof bound === 'string')
        throw new Error('a TCP server has an address and a port');
      resolve({ kind: 'listening', port: bound.port });
    });
  });
}

// The built app as a web server for this computer only: static files, security headers, nothing else.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { cacheControlFor, securityHeaders } from './security-headers.ts';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Another site's name that was made to point here (DNS rebinding) must not be served the vault's origin. */
function isAskedForAsThisComputer(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return loopbackNames.has(host);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${sentence}\n`);
}

/**
 * An HTTP server, not listening yet, for the files under `folder` (dist/app).
 * GET and HEAD only; unknown paths are 404, because the app's routes live behind the `#`.
 */
export function createAppServer(folder: string): Server {
  const serveFile = sirv(folder, {
    etag: true,
    setHeaders: (response, pathname) => response.setHeader('Cache-Control', cacheControlFor(pathname)),
  });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (!isAskedForAsThisComputer(request)) {
      refuse(response, 421, 'This server answers only to localhost.');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    serveFile(request, response, () => refuse(response, 404, 'There is no such file.'));
  });
}

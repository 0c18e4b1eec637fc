/** An HTTP server that logs without saying who asked, waits for nobody for ever, and stops without losing an answer. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {isIPv6, type AddressInfo} from 'node:net';

import {getRequestListener, RequestError} from '@hono/node-server';

import {Problem, problemResponse} from './problem.js';

/** `remoteAddress` is for the answer alone. */
export type Answer = (request: Request, remoteAddress: string | undefined) => Response | Promise<Response>;

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly log: (line: string) => void;
  readonly patience: number;
}

export interface Listening {
  readonly address: AddressInfo;
  readonly answerWith: (answer: Answer) => void;
  readonly stop: () => Promise<void>;
}

/** Time for the head of a request, and for all of it: a slow sender must not hold a connection. */
const timeouts = {headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000};

export const openServer = async ({port, host, log, patience}: ListenOptions): Promise<Listening> => {
  let answer: Answer = () => problemResponse(new Problem('busy', 'The endpoint is starting.', {retryAfter: 1}));
  const listener = getRequestListener((request, bindings) => answer(request, bindings.incoming.socket.remoteAddress), {
    // The application runs beside others in tests: the globals stay those of Node.
    overrideGlobalObjects: false,
    errorHandler: (error) => answerTo(error, log),
  });
  const server = createServer(timeouts, (request, response) => {
    logLater(request, response, log);
    void listener(request, response);
  });
  const address = await listen(server, port, host);
  return {
    address,
    answerWith: (next) => {
      answer = next;
    },
    stop: () => stop(server, patience),
  };
};

/** An address that a browser on this machine can open. */
export const originOf = ({port}: AddressInfo, host: string): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return new URL(`http://${isIPv6(name) ? `[${name}]` : name}:${String(port)}`).origin;
};

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new Error('The server listens at no port.'));
    });
  });

/** What was asked and how it ended: no address, no user agent, no query. */
const logLater = (request: IncomingMessage, response: ServerResponse, log: (line: string) => void): void => {
  const start = performance.now();
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  response.once('close', () => {
    const end = response.writableFinished ? String(response.statusCode) : 'cut off';
    log(`${request.method ?? ''} ${path.slice(0, 200)} ${end} ${(performance.now() - start).toFixed(0)} ms`);
  });
};

/** New connections are refused at once; kept ones end with the answer that is under way. */
const stop = (server: Server, patience: number): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => {
      server.closeAllConnections();
    }, patience);
    server.on('request', (_, response: ServerResponse) => {
      response.setHeader('Connection', 'close');
    });
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, 20);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(idle);
      resolve();
    });
  });

/** The adapter could make no request of what came in, or an answer failed outside the application. */
const answerTo = (error: unknown, log: (line: string) => void): Response => {
  if (error instanceof RequestError) return problemResponse(new Problem('malformed-request', 'Send a valid address.'));
  log(`fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return problemResponse(new Problem('fault', 'The fault is on this side; send the same request later.'));
};

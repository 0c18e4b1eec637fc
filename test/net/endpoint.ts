/** An endpoint of one address, for `fetch`: it answers what it is told to, and remembers what it was asked. */
import type {Fetch} from '../../src/net/request.js';

export interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

export interface Endpoint {
  readonly fetch: Fetch;
  readonly asked: readonly Asked[];
}

/** @param answer - Called for each request; what it throws is what `fetch` rejects with. */
export const endpoint = (answer: (url: string, init: RequestInit) => Response | Promise<Response>): Endpoint => {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (url, init) => {
      asked.push({url, init});
      return answer(url, init);
    },
  };
};

/** As a browser's `fetch` does when its signal is aborted. */
export const never = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new DOMException('The user aborted a request.', 'AbortError'));
    });
  });

export const json = (document: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(document), init);

/** A body that comes piece by piece and says how far it was read. */
export class Body {
  isCancelled = false;
  pulled = 0;
  readonly stream: ReadableStream<Uint8Array>;

  /** @param next - The piece with this number; undefined at the end, a promise that never settles for a stall. */
  constructor(next: (index: number) => Uint8Array | undefined | Promise<never>) {
    this.stream = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const piece = await next(this.pulled++);
          if (piece) controller.enqueue(piece);
          else controller.close();
        },
        cancel: () => {
          this.isCancelled = true;
        },
      },
      {highWaterMark: 0},
    );
  }
}

export const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

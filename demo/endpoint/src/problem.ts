/** Errors as RFC 9457 problem documents. The detail says what the caller can do about it. */
export const problems = {
  'malformed-request': {status: 400, title: 'The request is malformed'},
  'too-many-ids': {status: 400, title: 'Too many ids'},
  'bad-parameter': {status: 400, title: 'A parameter has a value that is not understood'},
  'malformed-body': {status: 400, title: 'The body is malformed'},
  'unknown-article': {status: 404, title: 'The article is unknown'},
  'unknown-resource': {status: 404, title: 'There is nothing at this address'},
  'wrong-method': {status: 405, title: 'The method is not allowed here'},
  'reactions-closed': {status: 409, title: 'Reactions to this article are closed'},
  withdrawn: {status: 410, title: 'The article was withdrawn'},
  'body-too-large': {status: 413, title: 'The body is too large'},
  'unsupported-media-type': {status: 415, title: 'The body is of a type that is not read here'},
  'unknown-kind': {status: 422, title: 'A kind of reaction is unknown'},
  'too-many-kinds': {status: 422, title: 'Too many kinds of reaction'},
  fault: {status: 500, title: 'The endpoint failed'},
  busy: {status: 503, title: 'The endpoint is busy'},
} as const;

export type ProblemName = keyof typeof problems;

/** Thrown anywhere while a request is answered. */
export class Problem extends Error {
  override name = 'Problem';
  readonly problem: ProblemName;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter: number | undefined;

  constructor(
    problem: ProblemName,
    detail: string,
    more: {headers?: Record<string, string>; retryAfter?: number} = {},
  ) {
    super(detail);
    this.problem = problem;
    this.headers = more.headers ?? {};
    this.retryAfter = more.retryAfter;
  }
}

/** A name for the kind of problem; it is not an address to open (RFC 4151). */
const typeOf = (name: ProblemName): string => `tag:presslet,2026:problem/${name}`;

export const problemResponse = ({problem, message, headers, retryAfter}: Problem): Response => {
  const {status, title} = problems[problem];
  const wait = retryAfter !== undefined && {retry_after: retryAfter};
  return new Response(JSON.stringify({type: typeOf(problem), title, status, detail: message, ...wait}), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && {'Retry-After': String(retryAfter)}),
      ...headers,
    },
  });
};

/** `presslet/adapters`: from an endpoint to its articles, without a page; runs in Node, too. */

import {open, type OpenOptions} from './adapters/registry.js';
import type {Provider} from './model/provider.js';

export {canonicalEndpoint} from './adapters/registry.js';
export {expand, type TemplateValue} from './adapters/template.js';
export {Failure, type FailureKind} from './model/failure.js';
export type {Fetch} from './net/request.js';
export type {OpenOptions} from './adapters/registry.js';
export type {
  AdjacentAnswer,
  AdjacentOptions,
  CallOptions,
  CountsAnswer,
  ListAnswer,
  Period,
  Provider,
  Query,
  Sort,
  ViewOptions,
  Wish,
} from './model/provider.js';

/** The provider of an endpoint: found by its answer, or made by the `adapter` that is named. Rejects with a `Failure`. */
export const createProvider = (endpoint: string, options: OpenOptions = {}): Promise<Provider> =>
  open(endpoint, options);

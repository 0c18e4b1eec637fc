/** Where a reader reacts: words that the parts of press-reactions have in common. */
import type {Language} from '../i18n/language.js';
import type {Failure} from '../model/failure.js';
import type {Reactions} from '../model/numbers.js';
import type {SourceHost} from './source-controller.js';
import type {Source} from './source.js';

export interface ReactionsHost extends SourceHost {
  readonly kinds: readonly string[];
  readonly multiple: boolean;
  /** Smaller counts are not shown. */
  readonly min: number;
}

/** One widget, for as long as endpoint, article and consent are the same. */
export interface Place {
  readonly source: Source;
  /** As the page named it. */
  readonly article: string;
  readonly words: {readonly language: Language};
  readonly shown: {readonly numbers: Reactions | undefined};
  /** The source of this moment, whose consent may be another by now. */
  readonly found: {readonly source: Source | undefined};
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** What the reader has to know: a wish that waits or was taken back, or an endpoint that cannot be had. */
export interface Trouble {
  readonly outcome: 'waiting' | 'refused' | 'failed';
  readonly failure?: Failure | undefined;
}

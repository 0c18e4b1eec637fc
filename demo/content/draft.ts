/** An article as it stands in the files of its section: what the file already says (language, section) is left out. */
import type {SeedArticle} from '../endpoint/src/seed.js';
import type {Ratio} from './ratios.js';

export interface Draft extends Omit<SeedArticle, 'lang' | 'section' | 'image'> {
  /** The drawing of the article; `motifOf(id)` says what it shows, `alt` says it in the article's language. */
  readonly picture?: {readonly ratio: Ratio; readonly alt: string};
}

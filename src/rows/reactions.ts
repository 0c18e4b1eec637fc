/** Reactions in a row of a page: an element for each kind. */
import {careful, isClosed} from './careful.js';
import {count, kindsOf, text, type Field, type Placed} from './fields.js';
import {hide} from './keep.js';
import {actionOf, isScope, marked, scopeName, type Marked} from './marked.js';
import {follow, planOf, type Put, type Vocabulary} from './write.js';

/** The number of one kind of reaction. */
interface Reaction {
  readonly kind: string;
  readonly count: number;
}

/** The kind that a reaction shows; empty for a place that is still free. */
export const kindOf = (reaction: Marked): string =>
  reaction.getAttribute('data-kind') ?? actionOf(reaction).replace(/^react$/, '');

/** One element per kind: those there keep their place, even while nobody chose them; others are copies of the last. */
export const putReactions: Put<Placed> = (place, article, words, isPartial) => {
  const all = reactionsBeside(place);
  if (isClosed(place) || all[0] !== place) return;
  const left = new Map(kindsOf(article));
  const free: Marked[] = [];
  let last = place;
  for (const each of all) {
    const kind = kindOf(each);
    const count = left.get(kind);
    hide(each, count === undefined);
    if (count !== undefined) put(each, isPartial ? changing : parts, {kind, count}, words, isPartial);
    else if (!kind) free.push(each);
    left.delete(kind);
    last = each;
  }
  for (const [kind, count] of left) {
    let next = free.shift();
    if (!next) {
      last.after(last.cloneNode(true));
      next = last = last.nextElementSibling ?? last;
      clearIcons(next);
    }
    next.setAttribute('data-kind', kind);
    hide(next, false);
    put(next, parts, {kind, count}, words);
  }
};

/** The reactions that stand beside a reaction, itself among them. */
const reactionsBeside = (reaction: Marked): readonly Marked[] =>
  Array.from(reaction.parentElement?.children ?? [reaction]).filter(
    (each) => isScope(each) && scopeName(each) === 'reaction',
  );

/** A picture in a copy belongs to another kind. */
const clearIcons = (copy: Marked): void => {
  for (const place of copy.querySelectorAll(marked))
    if (place.getAttribute('data-press') === 'icon') place.textContent = '';
};

const actions = ['like', 'dislike', 'agree', 'disagree'];
const typeOf = (kind: string): string =>
  `https://schema.org/${actions.includes(kind) ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'React'}Action`;

const vocabularyOf = (fields: Readonly<Record<string, Field<Reaction>>>): Vocabulary<Reaction> =>
  new Map(Object.entries(fields).map(([name, field]) => [name, careful(field)]));

/** What of a kind changes with its number. */
const numbers = {
  userInteractionCount: count<Reaction>(({count}) => count),
  description: text<Reaction>(({count}, {language}) => language.say('people', count)),
};
const changing = vocabularyOf(numbers);
const parts = vocabularyOf({
  ...numbers,
  name: text(({kind}, {language}) => language.kind(kind)),
  icon: text(({kind}, {icon}) => icon(kind)),
  interactionType: {as: 'address', of: ({kind}) => typeOf(kind)},
});

const put = (
  place: Marked,
  vocabulary: Vocabulary<Reaction>,
  reaction: Reaction,
  words: Parameters<Put<Reaction>>[2],
  isPartial = false,
): void => {
  follow(place, planOf(place, vocabulary), reaction, words, isPartial);
};

/** Letter by letter: what a Russian reader sees beside a number. The expected form comes from the rule of grammar, not from `Intl`. */
import {expect} from '@open-wc/testing';
import {languageOf, loadLanguage, type Language, type MessageName} from '../../src/i18n/language.js';

/** Groups of three with a no-break space between, written out by hand. */
const digits = (n: number): string => String(n).replace(/(?<=\d)(?=(\d{3})+$)/g, '\u00A0');

/** Russian nouns after a number, by its last digits: 1 → one; 2, 3, 4 → few; all else, and 11 to 14 → many. */
const russian = (n: number, one: string, few: string, many: string): string => {
  const tens = n % 100;
  const ones = n % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (ones === 1) return one;
  return ones >= 2 && ones <= 4 ? few : many;
};

const numbers = [
  0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14, 15, 19, 20, 21, 22, 24, 25, 31, 99, 100, 101, 102, 104, 105, 110, 111, 112,
  114, 115, 121, 122, 125, 745, 999, 1000, 1001, 1002, 1005, 1011, 1012, 1021, 1043, 1044, 1111, 1121, 2000, 9999,
  10_000, 10_001, 10_011, 10_021, 11_111, 12_345, 21_001, 99_999, 100_000, 100_001, 100_011, 111_111, 123_456, 500_000,
  999_991, 999_999, 1_000_000,
];

/** 3,000 more, spread over the whole range with every pair of last digits. */
const sampled = [...numbers, ...Array.from({length: 3000}, (_, index) => (index * 333 + (index % 7)) % 1_000_001)];

const shownAlike = (language: Language, name: MessageName, expected: (n: number) => string): void => {
  const wrong = sampled.filter((n) => language.say(name, n) !== expected(n));
  expect(wrong.slice(0, 5).map((n) => [language.say(name, n), expected(n)])).to.deep.equal([]);
};

describe('words beside a number', () => {
  before(() => loadLanguage('ru'));

  it('says the sentences of the real page, letter by letter', () => {
    const said = [1, 3, 5, 21, 1043].map((n) => languageOf('ru').say('people', n));
    expect(said).to.deep.equal([
      'Всего 1 человек',
      'Всего 3 человека',
      'Всего 5 человек',
      'Всего 21 человек',
      'Всего 1\u00A0043 человека',
    ]);
  });

  it('gives every number from 0 to 1,000,000 its Russian form: people', () => {
    shownAlike(languageOf('ru'), 'people', (n) => `Всего ${digits(n)} ${russian(n, 'человек', 'человека', 'человек')}`);
  });

  it('… views', () => {
    shownAlike(languageOf('ru'), 'views', (n) => `${digits(n)} ${russian(n, 'просмотр', 'просмотра', 'просмотров')}`);
  });

  it('… comments', () => {
    shownAlike(
      languageOf('ru'),
      'comments',
      (n) => `${digits(n)} ${russian(n, 'комментарий', 'комментария', 'комментариев')}`,
    );
  });

  it('… articles that came', () => {
    shownAlike(
      languageOf('ru'),
      'shown',
      (n) =>
        `${russian(n, 'Показан', 'Показано', 'Показано')} ещё ${digits(n)} ${russian(n, 'материал', 'материала', 'материалов')}`,
    );
  });

  it('keeps one thing and several apart in English', () => {
    const english = (n: number): string => String(n).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
    shownAlike(languageOf('en'), 'views', (n) => `${english(n)} ${n === 1 ? 'view' : 'views'}`);
    shownAlike(languageOf('en'), 'people', (n) => `${english(n)} ${n === 1 ? 'person' : 'people'} in total`);
  });

  it('writes the number as the language of the page, and picks the form as the language of the words', () => {
    // There are no German words: English ones, of which 1.043 needs the plural, and a German number.
    expect(languageOf('de').say('views', 1043)).to.equal('1.043 views');
    expect(languageOf('de').say('views', 1)).to.equal('1 view');
    // French would take the singular for 0; the words are English.
    expect(languageOf('fr').say('views', 0)).to.equal('0 views');
  });

  it('puts texts in as they are, whatever they hold', () => {
    const english = languageOf('en');
    expect(english.say('stale', {time: '$& {n} <b>'})).to.contain('at $& {n} <b>.');
    expect(languageOf('ru').say('stale', {time: '09:05'})).to.contain('09:05');
    expect(english.say('stale')).to.contain('at .');
  });

  it('names kinds, labels and access', () => {
    const russianWords = languageOf('ru');
    expect(['like', 'super'].map((kind) => russianWords.kind(kind))).to.deep.equal(['Нравится', 'Супер']);
    expect(languageOf('en').label('advertorial')).to.equal('Advertisement');
    expect(russianWords.access('subscriber')).to.equal('По подписке');
  });

  it('shows an unknown kind by its own name, and takes none from a prototype', () => {
    expect(languageOf('ru').kind('rocket')).to.equal('rocket');
    expect(languageOf('en').kind('constructor')).to.equal('constructor');
    expect(languageOf('en').kind('__proto__')).to.equal('__proto__');
  });
});

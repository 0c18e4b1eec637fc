/** A page may bring words of its own; what it brings is untrusted. */
import {expect} from '@open-wc/testing';
import {addLanguage} from '../../src/i18n/add.js';
import {en} from '../../src/i18n/en.js';
import {isLoaded, languageOf, loadLanguage} from '../../src/i18n/language.js';

describe('a language that a page adds', () => {
  const {warn} = console;
  let told: string[];

  beforeEach(() => {
    told = [];
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('speaks in its own words and plural forms', () => {
    addLanguage('pl', {
      ...en,
      retry: 'Spróbuj ponownie',
      views: {one: '{n} raz', few: '{n} razy', many: '{n} razy!', other: '{n} razu'},
    });
    const polish = languageOf('pl-PL');
    expect(polish.say('retry')).to.equal('Spróbuj ponownie');
    expect([1, 2, 5].map((n) => polish.say('views', n))).to.deep.equal(['1 raz', '2 razy', '5 razy!']);
    expect(told).to.deep.equal([]);
  });

  it('says in English what is missing, and tells of it once', () => {
    addLanguage('de', {retry: 'Noch einmal'});
    addLanguage('de', {more: 'Mehr'});
    const german = languageOf('de');
    expect([german.say('retry'), german.say('more'), german.say('empty')]).to.deep.equal([
      'Noch einmal',
      'Mehr',
      en.empty,
    ]);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/de said in English: views, people/);
  });

  it('changes a word of ours and leaves the others', async () => {
    addLanguage('ru', {retry: 'Ещё раз'});
    expect(isLoaded('ru')).to.equal(false, 'our own words still have to come');
    await loadLanguage('ru');
    expect(languageOf('ru').say('retry')).to.equal('Ещё раз');
    expect(languageOf('ru').say('more')).to.equal('Показать ещё');
    expect(told).to.deep.equal([]);
  });

  it('may be that of a region alone', () => {
    addLanguage('en-GB', {retry: 'Have another go'});
    expect(languageOf('en-GB').say('retry')).to.equal('Have another go');
    expect(languageOf('en').say('retry')).to.equal('Try again');
    expect(told).to.deep.equal([]);
  });

  it('may have a single form, and labels for kinds of the page’s own', () => {
    addLanguage('ja', {...en, views: '{n} 回', kinds: {rocket: 'ロケット'}});
    expect(languageOf('ja').say('views', 1)).to.equal('1 回');
    expect(languageOf('ja').kind('rocket')).to.equal('ロケット');
    expect(languageOf('ja').kind('sad')).to.equal('Sad');
  });

  it('leaves out what is no text, and never throws', () => {
    const hostile = {
      retry: {toString: () => 'x'},
      more: '',
      empty: 'x'.repeat(201),
      loading: '\u{D800}',
      views: {one: 'one'},
      kinds: ['like'],
      __proto__: {failed: 'from the prototype'},
      stale: 7,
    };
    addLanguage('it', hostile);
    const italian = languageOf('it');
    for (const name of ['retry', 'more', 'empty', 'loading', 'failed', 'stale'] as const)
      expect(italian.say(name)).to.equal(languageOf('en').say(name));
    expect(italian.say('views', 2)).to.equal('2 views');
    expect(told).to.have.length(1);
    const throwing = Object.defineProperty({}, 'stale', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const anything: readonly unknown[] = [null, undefined, 1, 'x', [], () => 1, throwing];
    for (const messages of anything) addLanguage('pt', messages);
    addLanguage('no tag', {retry: 'x'});
    expect(languageOf('pt').say('retry')).to.equal('Try again');
    expect(told.filter((line) => line.includes(' pt '))).to.have.length(1);
  });

  it('cannot reach what it was not given', () => {
    addLanguage('sk', {...en, stale: '{constructor}{__proto__}{time}'});
    expect(languageOf('sk').say('stale', {time: 'A'})).to.equal('A');
  });
});

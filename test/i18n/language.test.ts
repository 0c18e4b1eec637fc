/** Which language a tag is, and how it writes numbers, dates and lists. */
import {expect} from '@open-wc/testing';
import {isLoaded, languageOf, loadLanguage} from '../../src/i18n/language.js';

/** 21 November 2024, 23:30 in Moscow. */
const evening = Date.UTC(2024, 10, 21, 20, 30);
/** 5 March 2024: both parts need their zero. */
const early = Date.UTC(2024, 2, 5, 12);

describe('the language of a tag', () => {
  it('says English until the words of a language are there, and then its own', async () => {
    const before = languageOf('ru-RU');
    expect(before.number(1043)).to.equal('1\u00A0043');
    if (!isLoaded('ru-RU')) expect(before.say('retry')).to.equal('Try again');
    await loadLanguage('ru-RU');
    expect(isLoaded('ru-RU')).to.equal(true);
    expect(isLoaded('RU')).to.equal(true);
    expect(languageOf('ru-RU').say('retry')).to.equal('Попробовать ещё раз');
  });

  it('is the same object as long as its words are the same', () => {
    expect(languageOf('en-GB')).to.equal(languageOf('en-GB'));
  });

  it('has nothing to load for English, and for a language that brings no words', async () => {
    expect(isLoaded('en')).to.equal(true);
    expect(isLoaded('en-GB')).to.equal(true);
    expect(isLoaded('de')).to.equal(true);
    await loadLanguage('de');
    await loadLanguage('no tag at all');
  });

  it('takes whatever a page calls its language', () => {
    for (const tag of ['', ' ', 'x', 'no tag', '<b>', '\u{D800}', 'a'.repeat(10_000), 'tlh', 'zxx', '-', '__proto__']) {
      expect(languageOf(tag).say('retry'), tag).to.equal('Try again');
      expect(languageOf(tag).number(1043), tag).to.equal('1,043');
      expect(languageOf(tag).date(early, 'short', 'UTC'), tag).to.equal('03/05/2024');
    }
    expect(languageOf('ru_RU').number(1043)).to.equal('1\u00A0043');
  });
});

describe('dates', () => {
  const short = (tag: string, ms = early): string => languageOf(tag).date(ms, 'short', 'UTC');

  it('writes the day in numbers, in the order of the language', () => {
    expect(short('ru', evening)).to.equal('21.11.2024');
    expect(short('ru')).to.equal('05.03.2024');
    expect(short('en')).to.equal('03/05/2024');
    expect(short('en-US')).to.equal('03/05/2024');
    expect(short('en-GB')).to.equal('05/03/2024');
    expect(short('de')).to.equal('05.03.2024');
    expect(short('fr')).to.equal('05/03/2024');
  });

  it('has two digits for day and month and four for the year', () => {
    for (const tag of [
      'ru',
      'en',
      'en-GB',
      'de',
      'fr',
      'es',
      'it',
      'pl',
      'pt',
      'uk',
      'tr',
      'kk',
      'nl',
      'sv',
      'ja',
      'zh',
    ]) {
      expect(
        short(tag)
          .match(/\d+/g)
          ?.map(({length}) => length)
          .sort(),
        `${tag}: ${short(tag)}`,
      ).to.deep.equal([2, 2, 4]);
    }
  });

  it('means the day at the place that is named', () => {
    const russian = languageOf('ru');
    expect(russian.date(evening, 'short', 'UTC')).to.equal('21.11.2024');
    expect(russian.date(evening, 'short', 'Asia/Vladivostok')).to.equal('22.11.2024');
    expect(russian.time(evening, 'Europe/Moscow')).to.equal('23:30');
  });

  it('writes longer forms in words, and nothing where nothing is wanted', () => {
    const english = languageOf('en');
    expect(english.date(evening, 'medium', 'UTC')).to.equal('Nov 21, 2024');
    expect(english.date(evening, 'long', 'UTC')).to.equal('November 21, 2024');
    expect(english.date(evening, 'full', 'UTC')).to.equal('Thursday, November 21, 2024');
    expect(english.date(evening, 'none', 'UTC')).to.equal('');
    expect(languageOf('ru').date(evening, 'long', 'UTC')).to.match(/^21 ноября 2024/);
  });

  it('has no text for what no calendar has, and the device’s time for a place that is none', () => {
    for (const ms of [NaN, Infinity, -Infinity, 8.64e15 + 1]) expect(languageOf('ru').date(ms, 'short')).to.equal('');
    const device = languageOf('ru').date(evening, 'short');
    for (const zone of ['', 'Mars/Olympus', '<b>', '__proto__']) {
      expect(languageOf('ru').date(evening, 'short', zone), zone).to.equal(device);
    }
  });
});

describe('numbers and lists', () => {
  it('groups as the language does, compact only when asked', () => {
    expect(languageOf('en').number(2_000_000)).to.equal('2,000,000');
    expect(languageOf('ru').number(2_000_000)).to.equal('2\u00A0000\u00A0000');
    expect(languageOf('en').number(1231, 'compact')).to.equal('1.2K');
  });

  it('joins names as the language does', () => {
    expect(languageOf('en').list(['A', 'B'])).to.equal('A and B');
    expect(languageOf('ru').list(['А', 'Б', 'В'])).to.equal('А, Б и В');
    expect(languageOf('ru').list([])).to.equal('');
  });

  it('makes one Intl object, however many numbers there are', () => {
    const made: unknown[] = [];
    const {NumberFormat} = Intl;
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct: (target, given: [string, Intl.NumberFormatOptions]) => {
        made.push(given);
        return new target(...given);
      },
    });
    try {
      const language = languageOf('sv-FI');
      for (let n = 0; n < 1000; n++) language.number(n);
      expect(made).to.have.length(1);
    } finally {
      Intl.NumberFormat = NumberFormat;
    }
  });
});

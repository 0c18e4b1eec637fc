// Every language says the same things as English, in its own letters and with all the forms that its grammar has.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {en} from '../../src/i18n/en.js';
import type {Messages} from '../../src/i18n/messages.js';
import {ru} from '../../src/i18n/ru.js';

const languages: readonly (readonly [string, Messages])[] = [
  ['en', en],
  ['ru', ru],
];

/** Path → text, as `views.one` or `kinds.like`. */
const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => textsOf(inner, path ? `${path}.${name}` : name))
    : [[path, String(value)]];

const isPlural = (message: unknown): message is Record<string, string> =>
  typeof message === 'object' && message !== null && 'other' in message;

/** The values that a message speaks of, over all of its forms. */
const valuesIn = (message: unknown): readonly string[] => [
  ...new Set(textsOf(message).flatMap(([, text]) => text.match(/\{\w+\}/g) ?? [])),
];

for (const [tag, messages] of languages) {
  describe(`the messages in ${tag}`, () => {
    it('have the names of the English ones', () => {
      assert.deepEqual(Object.keys(messages), Object.keys(en));
      for (const group of ['kinds', 'labels', 'accesses'] as const) {
        assert.deepEqual(Object.keys(messages[group]), Object.keys(en[group]));
      }
    });

    it('speak of the same values', () => {
      const values = (of: Messages) =>
        Object.fromEntries(Object.entries(of).map(([name, message]) => [name, valuesIn(message)]));
      assert.deepEqual(values(messages), values(en));
    });

    it('have a form for each plural category of the language, and the number in each', () => {
      const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      for (const [name, message] of Object.entries(messages)) {
        if (!isPlural(message)) continue;
        assert.deepEqual(Object.keys(message).sort(), [...categories].sort(), name);
        for (const [form, text] of Object.entries(message)) assert.match(text, /\{n\}/, `${name}.${form}`);
      }
    });

    it('hold no letter of another alphabet inside a word', () => {
      for (const [path, text] of textsOf(messages)) {
        const foreign = tag === 'ru' ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
        assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), foreign, `${path}: ${text}`);
      }
    });

    it('are tidy texts', () => {
      for (const [path, text] of textsOf(messages)) {
        assert.equal(text, text.trim().replace(/\s+/g, ' '), path);
        assert.notEqual(text, '', path);
        assert.equal(text, text.normalize('NFC'), path);
      }
    });
  });
}

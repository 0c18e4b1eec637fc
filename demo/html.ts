/** HTML for the demo's pages: what is put into it is escaped, unless it is HTML already. */

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Value = string | number | Html | undefined | readonly Value[];

export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(String.raw({raw: strings}, ...values.map(written)));

/** Fills the places `{{name}}` of a page that was read from a file. */
export const fill = (page: string, values: Readonly<Record<string, Value>>): string =>
  page.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`Nothing stands for ${place}.`);
    return written(values[name]);
  });

const signs: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const written = (value: Value): string => {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return String(value).replace(/[&<>"]/g, (sign) => signs.get(sign) ?? sign);
};

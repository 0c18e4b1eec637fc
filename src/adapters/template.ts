/** URI templates (RFC 6570) as far as endpoints need them: `{name}`, `{?a,b*}`, `{&a}`. */

export type TemplateValue = string | number | readonly string[] | undefined;

/**
 * Fills a template. Every value is percent-encoded, so that none can leave its place; expressions that would let one
 * (`{+name}`, `{#name}` …) give nothing. Lists are sorted, so that the same question has the same address:
 * with `*` one parameter for each entry, else one with commas. What is undefined, or an empty list, is left out.
 */
export const expand = (template: string, values: Readonly<Record<string, TemplateValue>>): string => {
  let filled = '';
  for (const part of template.split(/(\{[^{}]*\})/)) {
    const [, operator = '', names] = /^\{([?&]?)([\w.,%*]+)\}$/.exec(part) ?? [];
    if (names === undefined) filled += part.startsWith('{') && part.endsWith('}') ? '' : part;
    else if (operator)
      for (const pair of names.split(',').flatMap((name) => pairsOf(name, values))) filled += `${mark(filled)}${pair}`;
    else filled += textsOf(names, values).join(',');
  }
  return filled;
};

/** Before a parameter; a template that says `{&a}` where no parameter came before means well. */
const mark = (address: string): string => (address.includes('?') ? '&' : '?');

const pairsOf = (name: string, values: Readonly<Record<string, TemplateValue>>): readonly string[] => {
  const plain = name.replace('*', '');
  const texts = textsOf(plain, values);
  if (plain !== name) return texts.map((text) => `${plain}=${text}`);
  return texts.length ? [`${plain}=${texts.join(',')}`] : [];
};

const textsOf = (name: string, values: Readonly<Record<string, TemplateValue>>): readonly string[] => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'object' ? [...new Set(value)].sort().map(encode) : [encode(String(value))];
};

/** As RFC 6570 wants it: all but the unreserved characters. A lone surrogate, which no address can hold, is U+FFFD. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

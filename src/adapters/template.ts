/** URI templates (RFC 6570) as far as endpoints need them: `{name}`, `{?a,b*}`, `{&a}`. */

export type TemplateValue = string | number | readonly string[] | undefined;

/**
 * Fills a template. Every value is percent-encoded, so that none can leave its place; expressions that would let one
 * (`{+name}`, `{#name}` …) give nothing. Lists are sorted, so that the same question has the same address:
 * with `*` one parameter for each entry, else one with commas. What is undefined, or an empty list, is left out.
 */
export const expand = (template: string, values: Readonly<Record<string, TemplateValue>>): string =>
  template.replace(/\{([?&]?)([^{}]*)\}/g, (_, operator: string, names: string) => {
    const parts = names.split(',').flatMap((name) => {
      const plain = name.replace('*', '');
      const texts = Object.hasOwn(values, plain) ? textsOf(values[plain]) : [];
      // In a path dots alone would lead elsewhere, encoded or not.
      if (!operator) return texts.map((text) => (/^\.+$/.test(text) ? text.replaceAll('.', '%252E') : text));
      return (plain === name && texts.length ? [texts.join()] : texts).map((text) => `${plain}=${text}`);
    });
    return parts.length ? operator + parts.join(operator ? '&' : ',') : '';
  });

const textsOf = (value: TemplateValue = []): readonly string[] =>
  (typeof value === 'object' ? [...new Set(value)].sort() : [String(value)]).map(encode);

/** As RFC 6570 wants it: all but the unreserved characters. A lone surrogate, which no address can hold, is U+FFFD. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

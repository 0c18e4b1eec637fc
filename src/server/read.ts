/**
 * Reads a row template strictly: one element, every element closed, attribute values in quotes, nothing that runs or
 * styles. What it cannot read is an error that says where, because a page is not to be served by guesses.
 */
import {isVoid, RowNode, TextNode} from './node.js';

/** @throws {SyntaxError} With line and column. */
export const readTemplate = (source: string): RowNode => {
  const top = new RowNode('');
  let at = top;
  let index = 0;
  const fail = (reason: string): never => {
    throw new SyntaxError(
      `Row template, ${positionOf(source, index)}: ${reason} near ${JSON.stringify(source.slice(index, index + 30))}`,
    );
  };
  while (index < source.length) {
    const [whole = fail('cannot read'), comment, close, name = '', attributes = '', slash, text] = tokenAt(
      source,
      index,
    );
    const tag = name.toLowerCase();
    if (text !== undefined) {
      if (at === top && text.trim()) fail('a text outside the row');
      if (at !== top) at.append(new TextNode(decode(text) ?? fail('an "&" that is no known entity')));
    } else if (close) {
      if (at === top || at.localName !== tag) fail(at === top ? 'nothing is open' : `<${at.localName}> is open`);
      at = at.parent ?? top;
    } else if (comment === undefined) {
      if (at === top && top.firstElementChild) fail('a second row');
      const isEmpty = isVoid(tag) || (slash === '/' && (tag === 'svg' || isIn(at, 'svg')));
      if (slash && !isEmpty) fail(`<${tag}> cannot close itself`);
      checkPlace(tag, at, fail);
      const node = new RowNode(tag, readAttributes(attributes, fail));
      at.append(node);
      if (!isEmpty) at = node;
    }
    index += whole.length;
  }
  if (at !== top) fail(`<${at.localName}> is not closed`);
  return top.firstElementChild ?? fail('there is no element');
};

/** A comment (dropped), a tag or a text. */
const token =
  /(<!--(?:[^-]|-(?!->))*-->)|<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|([^<]+)/iy;

const tokenAt = (source: string, index: number): readonly (string | undefined)[] => {
  token.lastIndex = index;
  return token.exec(source) ?? [];
};

/** Elements that run, load, style, or are read by other rules than HTML's. */
const refused =
  /^(?:script|style|template|i?frame|frameset|object|embed|applet|textarea|title|noscript|base|xmp|plaintext|listing|noembed|noframes|foreignobject|math|html|head|body)$/;
/** What ends an open paragraph, and so would stand elsewhere in the page than in the template. */
const blocks =
  /^(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|li|main|menu|nav|ol|p|pre|search|section|summary|table|ul|d[dt])$/;
const partsOfTables = /^(?:caption|col|colgroup|t(?:body|foot|head|[dhr]))$/;

const isIn = (node: RowNode, name: string): boolean =>
  node.localName === name || (node.parent !== null && isIn(node.parent, name));

/** Refuses what has no place in a row, or what a browser would move to another place. */
const checkPlace = (tag: string, parent: RowNode, fail: (reason: string) => never): void => {
  if (refused.test(tag)) fail(`<${tag}> has no place in a row`);
  if (blocks.test(tag) && isIn(parent, 'p')) fail(`<${tag}> would end the <p> around it`);
  if (/^(?:a|button|form)$/.test(tag) && isIn(parent, tag)) fail(`<${tag}> inside <${tag}>`);
  if (tag === 'li' && parent.localName === 'li') fail('<li> would end the <li> around it');
  if (partsOfTables.test(tag) && !isIn(parent, 'table')) fail(`<${tag}> outside <table>`);
};

const readAttributes = (source: string, fail: (reason: string) => never): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of source.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)) {
    const name = key.toLowerCase();
    if (/^on/.test(name) || name === 'style' || name === 'srcdoc')
      fail(`the attribute "${name}" has no place in a row`);
    if (attributes.has(name)) fail(`the attribute "${name}" twice`);
    attributes.set(name, decode(double ?? single ?? '') ?? fail('an "&" that is no known entity'));
  }
  return attributes;
};

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** The text of a source text; undefined where an entity is not one of those that are known here. */
const decode = (source: string): string | undefined => {
  const unknown: string[] = [];
  const text = source.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
      const sign = code === undefined ? entities.get(name ?? '') : characterOf(code);
      if (sign === undefined) unknown.push(whole);
      return sign ?? '';
    },
  );
  return unknown.length ? undefined : text;
};

/** Neither control characters nor halves of characters. */
const characterOf = (code: number): string | undefined => {
  const sign = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return sign && !/(?![\t\n])\p{Cc}|\p{Cs}/u.test(sign) ? sign : undefined;
};

const positionOf = (source: string, index: number): string => {
  const lines = source.slice(0, index).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
};

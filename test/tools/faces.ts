// The public face of an element as its code has it, read from the syntax tree of its module and of what that imports:
// parts, slots, custom properties, dispatched events. Attributes are asked of the class itself (see the test), states of
// the compiler (states.ts).
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import ts from 'typescript';

/** What one module, or an element with all that it imports, shows to a page. */
export interface Face {
  readonly parts: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** The face of some modules together. `events` maps a class to the name of its event. */
export const faceOf = (texts: readonly string[], events: ReadonlyMap<string, string>): Face => {
  const face = {
    parts: new Set<string>(),
    slots: new Set<string>(),
    properties: new Set<string>(),
    events: new Set<string>(),
  };
  for (const text of texts) {
    eachNode(parse(text), (node) => {
      if (isTemplate(node)) readMarkup(textOf(node), face);
      else if (ts.isNewExpression(node)) addEvent(node, events, face.events);
      else if (ts.isCallExpression(node)) readCall(node, face);
    });
  }
  return face;
};

/** Class → event name, of a module whose classes call `super('press-…', …)`. */
export const eventsOf = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  eachNode(parse(text), (node) => {
    if (!ts.isClassDeclaration(node) || !node.name) return;
    const {text: name} = node.name;
    eachNode(node, (inner) => {
      if (!ts.isCallExpression(inner) || inner.expression.kind !== ts.SyntaxKind.SuperKeyword) return;
      const [type] = inner.arguments;
      if (type && ts.isStringLiteral(type)) found.set(name, type.text);
    });
  });
  return found;
};

/** A module and all that it needs at run time, imports of types left out; chunks for later are part of it. */
export const reachable = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  eachNode(parse(readFileSync(file, 'utf8')), (node) => {
    const specifier = specifierOf(node);
    if (specifier?.startsWith('.')) reachable(join(dirname(file), specifier.replace(/\.js$/, '.ts')), seen);
  });
  return seen;
};

const specifierOf = (node: ts.Node): string | undefined => {
  const isLazy = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const argument = isLazy
    ? node.arguments[0]
    : (ts.isImportDeclaration(node) && !isOfTypes(node)) || (ts.isExportDeclaration(node) && !node.isTypeOnly)
      ? node.moduleSpecifier
      : undefined;
  return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
};

const isOfTypes = (node: ts.ImportDeclaration): boolean =>
  node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

const parse = (text: string): ts.SourceFile => ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest);

const eachNode = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => {
    eachNode(child, visit);
  });
};

/** Template literals: markup and styles are written in no other way. */
const isTemplate = (node: ts.Node): node is ts.TemplateLiteral =>
  ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The text with `…` for what is computed; templates within that are visited on their own. */
const textOf = (node: ts.TemplateLiteral): string =>
  ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({literal}) => literal.text)].join('…')
    : node.text;

interface Found {
  readonly parts: Set<string>;
  readonly slots: Set<string>;
  readonly properties: Set<string>;
}

const readMarkup = (text: string, face: Found): void => {
  for (const [, names = ''] of text.matchAll(/\spart="([^"]*)/g)) addWords(names, face.parts);
  for (const [, attributes = ''] of text.matchAll(/<slot(\s[^>]*|)>/g)) {
    face.slots.add(/\sname="([^"]*)"/.exec(attributes)?.[1] ?? '');
  }
  for (const [name] of text.matchAll(/(?<![\w-])--press-[\w-]*\w/g)) face.properties.add(name);
};

const addWords = (text: string, words: Set<string>): void => {
  for (const word of text.split(/\s+/)) if (word !== '') words.add(word);
};

const addEvent = (node: ts.NewExpression, events: ReadonlyMap<string, string>, found: Set<string>): void => {
  const name = ts.isIdentifier(node.expression) ? events.get(node.expression.text) : undefined;
  if (name !== undefined) found.add(name);
};

/** `part.add('x')`, `setAttribute('part', 'x')`, `style.setProperty('--press-x', …)`. */
const readCall = (node: ts.CallExpression, face: Found): void => {
  if (!ts.isPropertyAccessExpression(node.expression)) return;
  const method = node.expression.name.text;
  const on = node.expression.expression;
  const owner = ts.isPropertyAccessExpression(on) ? on.name.text : ts.isIdentifier(on) ? on.text : '';
  const texts = node.arguments.map((argument) => (ts.isStringLiteral(argument) ? argument.text : undefined));
  const [first, second] = texts;
  if (owner === 'part' && method === 'add') for (const text of texts) addWords(text ?? '', face.parts);
  if (method === 'setAttribute' && first === 'part') addWords(second ?? '', face.parts);
  if (method === 'setProperty' && first?.startsWith('--press-')) face.properties.add(first);
};

// What the modules of a source tree import, and which of these arrows are not allowed. Reads texts, runs nothing.
import {posix} from 'node:path';
import ts from 'typescript';

/** Folder → what its modules may import besides each other: folders, single modules, `lit`. `''` holds the entry points. */
export type Layers = Readonly<Record<string, readonly string[]>>;

/** Path below the root → text. */
export type Sources = ReadonlyMap<string, string>;

/** Everything that a tree does against its layers, a sentence each; empty when all is well. */
export const problemsOf = (sources: Sources, layers: Layers): readonly string[] => {
  const graph = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const [path, text] of sources) {
    const targets: string[] = [];
    for (const specifier of importsOf(path, text)) {
      const target = resolve(path, specifier);
      if (target !== undefined && sources.has(target)) targets.push(target);
      const problem = problemOf(path, specifier, target, sources, layers);
      if (problem !== undefined) problems.push(problem);
    }
    graph.set(path, targets);
  }
  const cycle = cycleOf(graph);
  if (cycle) problems.push(`cycle: ${cycle.join(' → ')}`);
  return problems;
};

/** The specifiers of static imports, re-exports, dynamic imports and import types; a computed one as `…`. */
export const importsOf = (path: string, text: string): readonly string[] => {
  const found: string[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node) found.push(ts.isStringLiteralLike(node) ? node.text : '…');
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
};

const resolve = (path: string, specifier: string): string | undefined =>
  specifier.startsWith('.') && specifier.endsWith('.js')
    ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
    : undefined;

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

const problemOf = (
  path: string,
  specifier: string,
  target: string | undefined,
  sources: Sources,
  layers: Layers,
): string | undefined => {
  const folder = folderOf(path);
  const allowed = layers[folder];
  if (!allowed) return `${path}: the folder ${folder} has no layer`;
  if (specifier.startsWith('.') && (target === undefined || !sources.has(target))) return `${path}: no ${specifier}`;
  if (target === undefined) {
    const isLit = specifier === 'lit' || specifier.startsWith('lit/');
    return isLit && allowed.includes('lit') ? undefined : `${path} must not import ${specifier}`;
  }
  const isAllowed =
    folderOf(target) === folder || allowed.includes(folderOf(target)) || allowed.includes(target.replace(/\.ts$/, ''));
  return isAllowed ? undefined : `${path} must not import ${target}`;
};

/** The first cycle found, its first module repeated at its end. */
const cycleOf = (graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined => {
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const target of graph.get(path) ?? []) {
      const cycle = walk(target, [...way, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return undefined;
};

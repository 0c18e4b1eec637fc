// The words with which modules call `setStates(states, …)`. A computed word is asked of the compiler: its type must be
// a union of words; where it is any string, `…` stands for it.
import ts from 'typescript';

/** Path → the custom states that the module sets. `files` are absolute. */
export const statesOf = (files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, ReadonlySet<string>>();
  for (const file of files) {
    const words = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'setStates') {
        for (const argument of node.arguments.slice(1)) addWords(argument, checker, words);
      }
      ts.forEachChild(node, visit);
    };
    const source = program.getSourceFile(file);
    if (source) visit(source);
    found.set(file, words);
  }
  return found;
};

const addWords = (node: ts.Expression, checker: ts.TypeChecker, words: Set<string>): void => {
  const add = (inner: ts.Expression): void => {
    addWords(inner, checker, words);
  };
  if (ts.isStringLiteral(node)) words.add(node.text);
  else if (ts.isSpreadElement(node) || ts.isParenthesizedExpression(node)) add(node.expression);
  else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(add);
  else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(add);
  else for (const word of wordsOf(checker.getTypeAtLocation(node))) words.add(word);
};

const wordsOf = (type: ts.Type): readonly string[] => {
  if (type.isUnion()) return type.types.flatMap(wordsOf);
  return [type.isStringLiteral() ? type.value : '…'];
};

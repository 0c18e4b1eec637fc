// The rules that prettier and the compiler do not see. What is switched off says why.
import {fileURLToPath} from 'node:url';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
const typescript = ['**/*.ts'];
const sources = ['src/**/*.ts'];
const tests = ['test/**/*.ts', 'demo/**/*.test.ts'];

/** Sinks that would let a string of an endpoint run, and styles that a strict policy blocks. */
const sinks = [
  {property: 'innerHTML'},
  {property: 'outerHTML'},
  {property: 'insertAdjacentHTML'},
  {property: 'setHTMLUnsafe'},
  {object: 'document', property: 'write'},
].map((sink) => ({...sink, message: 'Text goes through Lit or a text node.'}));

export default tseslint.config(
  {ignores: ['dist/**', 'coverage/**', 'node_modules/**', '**/dist/**']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  ...tseslint.configs.strictTypeChecked.map((config) => ({...config, files: typescript})),
  {
    files: typescript,
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: root}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Lit binds `@click=${this.method}` itself.
      '@typescript-eslint/unbound-method': 'off',
      // Numbers are welcome in a text.
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // `() => work()` reads well where the result is of no interest.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  {...lit['flat/all'], files: sources},
  {...wc['flat/best-practice'], files: sources},
  {
    files: sources,
    plugins: {'lit-a11y': litA11y},
    rules: {
      ...litA11y.configs.recommended.rules,
      // Safari drops list semantics with `list-style: none`, so <ul role="list"> is wanted.
      'lit-a11y/no-redundant-role': 'off',
      // There are no decorators.
      'lit/prefer-query-decorators': 'off',
      // Public docstrings are long, and wanted.
      'max-lines': ['error', {max: 250, skipComments: true}],
      'max-lines-per-function': ['error', {max: 45, skipComments: true, skipBlankLines: true}],
      'no-restricted-properties': [
        'error',
        ...sinks,
        {object: 'Date', property: 'parse', message: 'Engines read dates differently: use model/moment.'},
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {regex: '^lit.*/(unsafe-|style-map)', message: 'Unsafe, or blocked by a strict style-src.'},
            {regex: '^\\..*(?<!\\.js)$', message: 'A relative import ends in .js.'},
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {selector: 'ExportDefaultDeclaration', message: 'Exports have names.'},
        {selector: 'TSAsExpression > TSAsExpression', message: 'No casts around the compiler.'},
      ],
    },
  },
  {
    files: tests,
    rules: {
      // node:test's describe and it return promises that the runner waits for.
      '@typescript-eslint/no-floating-promises': 'off',
      // Assertions of chai are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-properties': [
        'error',
        ...['it', 'describe', 'test'].flatMap((object) =>
          ['only', 'skip'].map((property) => ({object, property, message: 'Every test runs.'})),
        ),
      ],
    },
  },
);

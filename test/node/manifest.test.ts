// The manifest says what the elements are: nothing of the code is left out of it, nothing in it is invented.
import assert from 'node:assert/strict';
import {globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {before, describe, it} from 'node:test';
import {eventsOf, faceOf, reachable} from '../tools/faces.js';
import type {Face} from '../tools/faces.js';
import {analyze} from '../tools/manifest.mjs';
import type {Declaration, Documented} from '../tools/manifest.mjs';
import {statesOf} from '../tools/states.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** An element: what is documented, and what its code has. */
interface Element {
  readonly tag: string;
  readonly documented: Declaration;
  readonly face: Face;
  readonly states: ReadonlySet<string>;
  readonly ownProperties: ReadonlySet<string>;
  readonly observed: readonly string[];
  readonly fields: ReadonlySet<string>;
}

/** Path → the states that the module sets. */
type States = ReadonlyMap<string, ReadonlySet<string>>;

/** The members of a Lit class that are looked at here. */
interface LitClass {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<string, {readonly state?: boolean}>;
  readonly prototype: object;
}

const elementOf = async (path: string, documented: Declaration, states: States): Promise<Element> => {
  const module = (await import(join(root, path))) as Readonly<Record<string, LitClass>>;
  const made = module[documented.name];
  assert.ok(made, `${path} does not export ${documented.name}`);
  const {observedAttributes: observed, elementProperties} = made;
  const files = [...reachable(join(root, path))];
  const own = files.filter((file) => file.startsWith(join(root, path.replace(/\.ts$/, ''))));
  const events = eventsOf(read('src/dom/events.ts'));
  const faceOfFiles = (some: readonly string[]): Face =>
    faceOf(
      some.map((file) => readFileSync(file, 'utf8')),
      events,
    );
  const reactive = [...elementProperties].filter(([, {state}]) => state !== true).map(([name]) => name);
  const others = Object.getOwnPropertyNames(made.prototype).filter((name) => !elementProperties.has(name));
  return {
    tag: documented.tagName ?? '',
    documented,
    face: faceOfFiles(files),
    states: new Set(files.flatMap((file) => [...(states.get(file) ?? [])])),
    ownProperties: faceOfFiles(own).properties,
    observed,
    fields: new Set([...reactive, ...others]),
  };
};

const namesOf = (list: readonly Documented[] | undefined): string[] => (list ?? []).map(({name}) => name).sort();
const sorted = (names: Iterable<string>): string[] => [...names].sort();

let elements: readonly Element[] = [];
let undocumentedWords: readonly string[] = [];

const listsOf = (declaration: Declaration): readonly Documented[] => [
  ...(declaration.attributes ?? []),
  ...(declaration.members ?? []),
  ...(declaration.events ?? []),
  ...(declaration.slots ?? []),
  ...(declaration.cssParts ?? []),
  ...(declaration.cssProperties ?? []),
  ...(declaration.cssStates ?? []),
];

/** Runs a comparison for each element, and says which one differs. */
const forEach = (compare: (element: Element) => readonly [documented: string[], inCode: string[]]): void => {
  for (const element of elements) {
    const [documented, inCode] = compare(element);
    assert.deepEqual(documented, inCode, `${element.tag}: documented (actual) and in the code (expected) differ`);
  }
};

describe('the manifest', () => {
  before(async () => {
    const {modules} = await analyze();
    const states = statesOf(globSync('src/**/*.ts', {cwd: root}).map((path) => join(root, path)));
    const found = modules.flatMap(({path, declarations = []}) =>
      declarations
        .filter(({tagName}) => tagName !== undefined)
        .map((declaration) => elementOf(path, declaration, states)),
    );
    elements = await Promise.all(found);
    undocumentedWords = elements.flatMap(({tag, documented}) =>
      listsOf(documented)
        .filter(({description}) => (description ?? '').trim() === '')
        .map(({name}) => `${tag}: ${name}`),
    );
  });

  it('has an element for each entry point that registers one', () => {
    const {sideEffects} = JSON.parse(read('package.json')) as {sideEffects: string[]};
    const entries = sideEffects.flatMap((path) => /^\.\/src\/(\w+)\.ts$/.exec(path)?.[1] ?? []);
    const tags = entries.filter((name) => name !== 'define' && name !== 'cdn').map((name) => `press-${name}`);
    assert.deepEqual(sorted(elements.map(({tag}) => tag)), sorted(tags));
  });

  it('has a description and a summary of each element, and a description of all that it shows', () => {
    for (const {tag, documented} of elements) {
      assert.ok(documented.summary, `${tag} has no @summary`);
      assert.ok(documented.description, `${tag} has no description`);
    }
    assert.deepEqual(undocumentedWords, []);
  });

  it('has the attributes that the elements observe', () => {
    forEach(({documented, observed}) => [namesOf(documented.attributes), sorted(observed)]);
  });

  it('has the properties of the elements, and no invented one', () => {
    for (const {tag, documented, fields} of elements) {
      const named = new Set(namesOf(documented.members));
      const invented = [...named].filter((name) => !fields.has(name));
      assert.deepEqual(invented, [], `${tag} does not have these`);
    }
    for (const {tag, documented, observed} of elements) {
      const withAttribute = (documented.members ?? []).filter(({attribute}) => attribute !== undefined);
      assert.deepEqual(sorted(withAttribute.map(({attribute = ''}) => attribute)), sorted(observed), tag);
    }
  });

  it('has the events that the elements dispatch', () => {
    forEach(({documented, face}) => [namesOf(documented.events), sorted(face.events)]);
  });

  it('has the parts that the templates mark', () => {
    forEach(({documented, face}) => [namesOf(documented.cssParts), sorted(face.parts)]);
  });

  it('has the slots that the templates offer', () => {
    forEach(({documented, face}) => [namesOf(documented.slots), sorted(face.slots)]);
  });

  it('has the states that the elements set', () => {
    forEach(({documented, states}) => [namesOf(documented.cssStates), sorted(states)]);
  });

  it('has the custom properties that the styles read, those of the theme at one element or more', () => {
    const everywhere = new Set(elements.flatMap(({documented}) => namesOf(documented.cssProperties)));
    for (const {tag, documented, face, ownProperties} of elements) {
      const named = new Set(namesOf(documented.cssProperties));
      assert.deepEqual(
        sorted(ownProperties).filter((name) => !named.has(name)),
        [],
        `${tag} reads these, unsaid`,
      );
      assert.deepEqual(
        sorted(named).filter((name) => !face.properties.has(name)),
        [],
        `${tag} does not read these`,
      );
      assert.deepEqual(
        sorted(face.properties).filter((name) => !everywhere.has(name)),
        [],
        'in the theme, unsaid',
      );
    }
  });

  it('has no name that a content blocker hides', () => {
    const blocked = /(^|-)(share|social|counter|track|tracking|analytics|ads|like|ping|beacon)(-|$)/;
    for (const {tag, documented} of elements) {
      const names = [
        tag,
        ...listsOf(documented).map(({name}) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()),
      ];
      assert.deepEqual(
        names.filter((name) => blocked.test(name)),
        [],
        tag,
      );
    }
  });
});

describe('reading the code', () => {
  it('finds events, parts, slots and custom properties', () => {
    const events = eventsOf("class SeenEvent extends Event { constructor() { super('press-seen', fact); } }");
    assert.deepEqual([...events], [['SeenEvent', 'press-seen']]);
    const face = faceOf(
      [
        'const list = layout`<li part="row first"><slot name="more"></slot><slot ?hidden=${a > b} @slotchange=${c}></slot>`;',
        "host.dispatchEvent(new SeenEvent()); row.part.add('new');",
        'const style = css`:host { color: var(--press-color, var(--_color)); gap: ${gap} }`;',
        'const nested = html`<p>${some ? html`<b part="inner"></b>` : nothing}</p>`;',
      ],
      events,
    );
    assert.deepEqual(sorted(face.parts), ['first', 'inner', 'new', 'row']);
    assert.deepEqual(sorted(face.slots), ['', 'more']);
    assert.deepEqual(sorted(face.properties), ['--press-color']);
    assert.deepEqual(sorted(face.events), ['press-seen']);
  });

  it('finds states, computed ones by their type', () => {
    const folder = mkdtempSync(join(tmpdir(), 'presslet-manifest-'));
    try {
      const file = join(folder, 'states.ts');
      const start =
        'declare const setStates: (s: object, ...w: readonly string[]) => void; declare const open: string;';
      const middle = "declare const known: 'ready' | 'empty'; declare const is: boolean;";
      writeFileSync(
        file,
        `${start}${middle}setStates({}, ...(is ? ['offline', 'stale'] : [known]));setStates({}, open);`,
      );
      assert.deepEqual(sorted(statesOf([file]).get(file) ?? []), ['empty', 'offline', 'ready', 'stale', '…']);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
});

/** Pages with a strict policy, and endpoints that mean harm: nothing of theirs runs, nothing of ours breaks the page. */
import {expect} from '@open-wc/testing';
import {hostileTexts} from '../support/hostile-feed.js';
import {frames, until} from '../support/wait.js';

interface Seen {
  readonly violations: readonly string[];
  readonly errors: readonly string[];
}

interface Page {
  readonly document: Document;
  readonly seen: Seen;
  /** By its id. */
  find(id: string): HTMLElement;
  /** What is written in a list, whoever wrote it. */
  rows(id: string): readonly Element[];
}

const open = async (name: string): Promise<Page> => {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '600';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.src = `/policy/${name}.html`;
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument;
  const window = frame.contentWindow;
  if (!page || !window) throw new Error('The page did not open.');
  const find = (id: string): HTMLElement => {
    const found = page.getElementById(id);
    if (!found) throw new Error(`The page has no ${id}.`);
    return found;
  };
  return {
    document: page,
    seen: Reflect.get(window, 'seen') as Seen, // What watch.js of the page gathers.
    find,
    rows: (id) => [find(id).shadowRoot ?? find(id), find(id)].flatMap((root) => [...root.querySelectorAll('[itemid]')]),
  };
};

const isAllShown = ({find, rows}: Page): boolean =>
  ['own', 'template', 'feed'].every((id) => new Set(rows(id)).size > hostileTexts / 2) &&
  find('views').textContent === '1,044' &&
  find('bare').shadowRoot?.querySelector('[part=count]')?.textContent !== undefined;

/** Every element of the page, those in shadow roots and templates included. */
const everything = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ...(element.localName === 'template' ? everything((element as HTMLTemplateElement).content) : []), // By its name.
  ]);

const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'cite', 'ping', 'xlink:href'];
const isHarmless = (address: string): boolean =>
  /^(https?:|\/(?!\/)|#|data:image\/(png|jpeg|gif|webp|avif)[;,])/i.test(address) || address === 'data:,';

/** What could run, navigate to a script or load a style. */
const harmIn = (element: Element): readonly string[] => {
  const found = [...element.attributes].filter(
    ({name, value}) =>
      /^on/i.test(name) ||
      (name === 'style' && /url|expression|javascript/i.test(value)) ||
      (addresses.includes(name) && !isHarmless(value)) ||
      (name === 'srcset' && /javascript:|data:text/i.test(value)),
  );
  const isOdd = element.matches(
    'script, iframe, object, embed, base, form, frame, style, link[rel], math, plaintext, textarea, noscript',
  );
  return [
    ...found.map(({name, value}) => `<${element.localName} ${name}="${value}">`),
    ...(isOdd && element.closest('press-teasers, press-views, [part]') ? [`<${element.localName}>`] : []),
  ];
};

const hasRun = (page: Page): boolean => [window, page.document.defaultView].some((each) => each && 'ran' in each);

before(async () => {
  const {fault} = (await (await fetch('/policy/build')).json()) as {fault?: string}; // Our own plugin's answer.
  if (fault) throw new Error(fault);
});

afterEach(() => document.body.replaceChildren());

describe('a strict policy', () => {
  for (const [name, what] of [
    ['strict', 'the single file under its own policy name'],
    ['twice', 'two copies of the single file, with duplicates allowed'],
    ['modules', "the modules of npm under Lit's policy name"],
  ] as const) {
    it(`is kept without a violation: ${what}`, async () => {
      const page = await open(name);
      await until(() => isAllShown(page));
      expect(page.find('own').matches(':state(ready)')).to.equal(true);
      expect(page.rows('adopted').length).to.be.greaterThan(hostileTexts / 2);
      expect(page.seen.violations).to.deep.equal([]);
      expect(page.seen.errors).to.deep.equal([]);
    });
  }

  it("that allows no policy at all leaves the page's own content, and no exception", async () => {
    const page = await open('none');
    const before = page.find('adopted').textContent;
    await frames(20);
    expect(page.document.defaultView?.customElements.get('press-teasers')).to.equal(undefined);
    expect(page.find('own').shadowRoot).to.equal(null);
    expect(page.find('adopted').textContent).to.equal(before);
    expect(page.rows('adopted').length).to.be.greaterThan(hostileTexts / 2);
    expect(page.find('views').textContent).to.equal('1,043');
    expect(page.seen.errors).to.deep.equal([]);
  });
});

describe(`${hostileTexts} hostile texts in every field`, () => {
  for (const name of ['open', 'strict']) {
    it(`neither run nor become an address that runs, ${name === 'open' ? 'without a policy' : 'under a strict policy'}`, async () => {
      const page = await open(name);
      await until(() => isAllShown(page));
      await frames();
      expect(hasRun(page)).to.equal(false);
      expect(everything(page.document).flatMap(harmIn)).to.deep.equal([]);
      expect(page.seen.errors).to.deep.equal([]);
      expect(Object.keys(Object.prototype)).to.deep.equal([]);
      const view = page.document.defaultView;
      expect(view && Object.keys(Reflect.get(view, 'Object').prototype)).to.deep.equal([]);
      expect(page.document.location.pathname, 'and nobody was sent away').to.equal(`/policy/${name}.html`);
      expect(page.document.querySelectorAll('[itemid=forged]')).to.have.length(0);
    });
  }
});

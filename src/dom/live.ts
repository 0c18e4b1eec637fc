/** What assistive technology is told about the reader's own action: one polite region for the page, made at first use. */

/** What the region needs of its surroundings; a test brings its own. */
export interface LivePorts {
  readonly page: Document;
  /** Calls back in a later task. */
  later(callback: () => void, delay: number): void;
}

/** Time in which assistive technology notices that the region is there, and that it was emptied. */
const notice = 100;

/** Out of sight, not out of the accessibility tree. Set one by one: a strict `style-src` refuses a style attribute. */
const outOfSight = {
  position: 'fixed',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Makes a way to announce. The page has one (`announce`); this is for tests. */
export const createAnnounce = ({page, later}: LivePorts): ((text: string, lang?: string) => void) => {
  let region: HTMLElement | undefined;
  let waiting: HTMLElement[] = [];

  const makeRegion = (): HTMLElement => {
    const made = page.createElement('div');
    made.role = 'status';
    Object.assign(made.style, outOfSight);
    page.body.append(made);
    return made;
  };

  return (text, lang) => {
    // A page that replaces its body takes the region with it.
    if (!region?.isConnected) region = makeRegion();
    const line = page.createElement('p');
    if (lang) line.lang = lang;
    line.textContent = text;
    waiting.push(line);
    if (waiting.length > 1) return;
    // Emptied first: the same text again would be no change, and nothing would be said.
    region.replaceChildren();
    later(() => {
      region?.replaceChildren(...waiting);
      waiting = [];
    }, notice);
  };
};

let pageAnnounce: ReturnType<typeof createAnnounce> | undefined;

/** Says a text politely, in the page's language or the one given; what comes together is said together. */
export const announce = (text: string, lang?: string): void => {
  pageAnnounce ??= createAnnounce({page: document, later: (callback, delay) => setTimeout(callback, delay)});
  pageAnnounce(text, lang);
};

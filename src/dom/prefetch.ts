/**
 * Fetches where a link leads a moment before the reader follows it: when it is pointed at, pressed or focused.
 * By speculation rules where the engine has them, else by a link of its own in the head. Of the page's own origin alone;
 * each address once; never where the reader saves data.
 */

export type PrefetchMode = 'intent' | 'none' | 'prerender';

/** Whoever points at a link for so long mostly follows it (instant.page and quicklink came to the same). */
const intent = 65;

/** The page's policy has refused rules: they are not tried again. */
let isRefused = false;

export class Prefetcher {
  #links: readonly HTMLAnchorElement[] = [];
  #mode: PrefetchMode = 'none';
  #rules: HTMLScriptElement | undefined;
  #listening: AbortController | undefined;
  /** Whose events are listened to. */
  #heard: readonly HTMLAnchorElement[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #fetched = new Map<string, HTMLLinkElement>();

  /** Which links are minded from now on; with none, or `none`, all that was put into the page is taken away. */
  use(links: readonly HTMLAnchorElement[], mode: PrefetchMode): void {
    this.#links = mode === 'none' || isSaving() ? [] : links.filter(isWorthy);
    this.#mode = mode;
    if (this.#links.length > 0) this.#start();
    else this.#stop();
  }

  #start(): void {
    if (mayWriteRules(this.#mode) && this.#writeRules()) this.#listening?.abort();
    else this.#listen();
  }

  #stop(): void {
    this.#listening?.abort();
    this.#rules?.remove();
    this.#rules = undefined;
    for (const link of this.#fetched.values()) link.remove();
  }

  /** False where the page's Trusted Types do not allow it. */
  #writeRules(): boolean {
    const urls = [...new Set(this.#links.map(addressOf))];
    const text = JSON.stringify({
      prefetch: [{urls, eagerness: 'moderate'}],
      ...(this.#mode === 'prerender' && {prerender: [{urls, eagerness: 'conservative'}]}),
    });
    if (this.#rules?.text === text) return true;
    this.#rules?.remove();
    // Rules that were read once are not read again: others need another element.
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.nonce = pageNonce();
    rules.addEventListener('securitypolicyviolation', () => this.#refuse());
    try {
      rules.textContent = text;
    } catch {
      this.#refuse();
      return false;
    }
    document.head.append(rules);
    this.#rules = rules;
    return true;
  }

  #refuse(): void {
    isRefused = true;
    this.#rules?.remove();
    this.#rules = undefined;
    if (this.#links.length > 0) this.#listen();
  }

  #listen(): void {
    const links = this.#links;
    const isSame = links.length === this.#heard.length && links.every((link, index) => link === this.#heard[index]);
    if (isSame && this.#listening?.signal.aborted === false) return;
    this.#heard = links;
    this.#listening?.abort();
    const {signal} = (this.#listening = new AbortController());
    const forget = (): void => clearTimeout(this.#timer);
    signal.addEventListener('abort', forget);
    for (const link of this.#links) {
      const fetchNow = (): void => this.#fetch(link);
      const wait = (): void => {
        this.#timer = setTimeout(fetchNow, intent);
      };
      link.addEventListener('pointerenter', wait, {signal});
      link.addEventListener('pointerleave', forget, {signal});
      link.addEventListener('pointerdown', fetchNow, {signal, passive: true});
      link.addEventListener('focus', fetchNow, {signal});
    }
  }

  #fetch(link: HTMLAnchorElement): void {
    const url = addressOf(link);
    if (!isWorthy(link) || isSaving() || this.#fetched.has(url) || isFetched(url)) return;
    const fetching = document.createElement('link');
    fetching.rel = 'prefetch';
    fetching.href = url;
    document.head.append(fetching);
    this.#fetched.set(url, fetching);
  }
}

const addressOf = ({href}: HTMLAnchorElement): string => href.replace(/#.*/s, '');

/** Another site is not told of a reader who only points at a link; nothing is fetched that is here, hidden, or to be stored. */
const isWorthy = (link: HTMLAnchorElement): boolean =>
  link.origin === location.origin &&
  addressOf(link) !== location.href.replace(/#.*/s, '') &&
  !link.hasAttribute('download') &&
  !link.relList.contains('nofollow') &&
  !link.hidden &&
  link.style.visibility !== 'hidden';

const isFetched = (url: string): boolean =>
  [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~=prefetch]')].some(({href}) => href === url);

// Support: navigator.connection is Chromium's alone; elsewhere nobody can tell how dear data is.
const isSaving = (): boolean => {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (typeof connection !== 'object' || !connection) return false;
  const {saveData, effectiveType} = connection as {readonly saveData?: unknown; readonly effectiveType?: unknown};
  return saveData === true || /2g$/.test(String(effectiveType));
};

/**
 * No page can ask its own policy. Without a nonce, rules are tried where the page runs inline scripts of its own, or
 * asks for more than a prefetch: elsewhere they might be a violation, which is reported even if nothing comes of it.
 */
// Support: speculation rules Chrome 121 (lists with eagerness), not in Firefox and Safari.
const mayWriteRules = (mode: PrefetchMode): boolean =>
  !isRefused &&
  HTMLScriptElement.supports('speculationrules') &&
  (mode === 'prerender' || pageNonce() !== '' || hasInlineScripts());

const pageNonce = (): string => [...document.scripts].find(({nonce}) => nonce)?.nonce ?? '';

const hasInlineScripts = (): boolean =>
  [...document.scripts].some(
    ({src, type, text}) => !src && text && /^(?:|module|text\/javascript|speculationrules)$/.test(type),
  );

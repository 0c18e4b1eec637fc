/** Finds the source of a widget and finds it anew whenever the page, or the widget's place in it, changes. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Source} from './source.js';
import {settingsOf, watchSources, type Settings, type Wishes} from './sources.js';
import {warnOnce} from './warn.js';

/** An element that has a source; what it says of it stands in its own properties. */
export type SourceHost = ReactiveControllerHost & HTMLElement & Wishes;

export class SourceController implements ReactiveController {
  readonly #host: SourceHost;
  #source: Source | undefined;
  #stop: (() => void) | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What was found; undefined while no endpoint is known. */
  get source(): Source | undefined {
    return this.#source;
  }

  /** The article that the widget is about: its own, the source's, else the page itself by its canonical address. */
  get article(): string | undefined {
    return this.#host.article || this.#source?.settings.article || canonicalAddress();
  }

  hostConnected(): void {
    this.#stop = watchSources(() => {
      this.#find();
    });
    // The elements of one script are registered one after the other: a source around this one may be next.
    queueMicrotask(() => {
      this.#find();
    });
    if (document.readyState !== 'complete') addEventListener('load', this.#warn, {once: true});
    else setTimeout(this.#warn);
  }

  /** To be called in the host's `willUpdate`: what it says of its source may have changed. */
  look(): void {
    this.#find();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#source = undefined;
    removeEventListener('load', this.#warn);
  }

  #find(): void {
    if (!this.#stop) return;
    const settings = settingsOf(this.#host, this.#host);
    if (isSame(settings, this.#source?.settings)) return;
    this.#source = settings && new Source(settings);
    this.#host.requestUpdate();
  }

  readonly #warn = (): void => {
    if (!this.#stop || this.#source) return;
    const name = this.#host.localName;
    warnOnce(
      `${name} without endpoint`,
      `<${name}> has no endpoint: give it the attribute endpoint, or put <${name.replace(/-.*/, '-source')} endpoint="…"> around it or into the page.`,
    );
  };
}

const isSame = (one: Settings | undefined, other: Settings | undefined): boolean => {
  if (!one || !other) return one === other;
  const values = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([name, value]) => values.get(name) === value);
};

const canonicalAddress = (): string | undefined =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical][href]')?.href;

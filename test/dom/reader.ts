import type {ViewPorts} from '../../src/dom/view-policy.js';

/** A page with a reader before it and a clock, all in the hands of the test. */
export class Reader extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  prerendering = false;
  focused = true;
  seen: Element | undefined;
  readonly window = new EventTarget();
  readonly #timers = new Map<() => void, number>();
  #now = 1000;
  #tell: (isSeen: boolean) => void = () => undefined;

  readonly ports: ViewPorts = {
    page: this,
    window: this.window,
    now: () => this.#now,
    later: (callback, delay) => {
      const timer = (): void => callback();
      this.#timers.set(timer, this.#now + delay);
      return () => this.#timers.delete(timer);
    },
    watchSeen: (element, listener) => {
      this.seen = element;
      this.#tell = listener;
      return () => {
        this.seen = undefined;
        this.#tell = () => undefined;
      };
    },
  };

  hasFocus(): boolean {
    return this.focused;
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Time goes by, and the timers that are due go off, `early` by so many ms. */
  spend(ms: number, early = 0): void {
    this.#now += ms;
    for (const [timer, due] of [...this.#timers]) {
      if (due - early > this.#now) continue;
      this.#timers.delete(timer);
      timer();
    }
  }

  sees(isSeen: boolean): void {
    this.#tell(isSeen);
  }

  looksAway(): void {
    this.#show('hidden');
  }

  comesBack(): void {
    this.#show('visible');
  }

  focuses(isFocused: boolean): void {
    this.focused = isFocused;
    this.window.dispatchEvent(new Event(isFocused ? 'focus' : 'blur'));
  }

  /** As browsers do: the page becomes visible while it still says that it is prerendering. */
  opensPrerendered(): void {
    this.comesBack();
    this.prerendering = false;
    this.dispatchEvent(new Event('prerenderingchange'));
  }

  #show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A reader whose browser prepares the page, but who has not opened it. */
export const prerendered = (): Reader =>
  Object.assign(new Reader(), {visibilityState: 'hidden' as const, prerendering: true, focused: false});

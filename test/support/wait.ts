/** Waiting for what will happen, by what the browser says, never by the clock. */

/** Resolves with the next event of this type that reaches the target. */
export const nextEvent = <K extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: K,
): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => {
    // The map says which event a type brings; `addEventListener` of a bare target does not know the map.
    target.addEventListener(type, (event) => resolve(event as HTMLElementEventMap[K]), {once: true});
  });

/** Resolves when the condition holds; it is looked at after every picture. The runner's own time limit ends it. */
export const until = async (holds: () => unknown): Promise<void> => {
  while (!holds()) await nextFrame();
};

export const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves in a task of its own, after whatever the browser does with the frame of now. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Some frames: long enough for a request that ought not to be to show itself. */
export const frames = async (count = 5): Promise<void> => {
  for (let frame = 0; frame < count; frame++) await nextFrame();
};

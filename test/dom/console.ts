/** Listens to the console in place of the developer. */
export const hearWarnings = (): {readonly said: string[]; stop(): void} => {
  const said: string[] = [];
  const {warn} = console;
  console.warn = (...parts: unknown[]) => {
    said.push(parts.map(String).join(' '));
  };
  return {
    said,
    stop() {
      console.warn = warn;
    },
  };
};

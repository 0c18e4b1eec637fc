/** The custom states of an element (`:state(ready)`): exactly those given, of the words that it documents. */
// Support: CustomStateSet Chrome 125, Firefox 126, Safari 17.4.
export const setStates = (states: CustomStateSet, ...now: readonly string[]): void => {
  for (const state of [...states]) if (!now.includes(state)) states.delete(state);
  for (const state of now) states.add(state);
};

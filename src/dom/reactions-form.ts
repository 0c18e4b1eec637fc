/**
 * The page's own form of reactions: its buttons name kinds, labels, icons and order. It works without JavaScript and
 * stays; only what is pressed and the numbers are written, and its sending is taken over.
 */
import type {Language} from '../i18n/language.js';
import {readKind} from '../model/kind.js';
import type {Reactions} from '../model/numbers.js';
import type {ShownKind} from './reaction-kinds.js';

/** Whom the form serves. */
export interface FormKeeper {
  /** The kinds that the reader has chosen. */
  readonly mine: readonly string[];
  readonly isPending: boolean;
  readonly canReact: boolean | undefined;
  toggle(kind: string): void;
  react(choose: () => readonly string[]): Promise<boolean>;
}

export interface AdoptedForm {
  readonly kinds: readonly ShownKind[];
  /** @param min - Smaller numbers are left out. */
  write(keeper: FormKeeper, numbers: Reactions | undefined, min: number, language: Language): void;
  /** The form is the page's alone again. */
  end(): void;
}

export const adoptForm = (form: HTMLFormElement, keeper: FormKeeper): AdoptedForm => {
  const buttons = [...form.querySelectorAll('button')].flatMap((button) => buttonOf(button) ?? []);
  const life = new AbortController();
  const submit = (event: SubmitEvent): void => {
    const kind = buttons.find(({element}) => element === event.submitter)?.kind;
    // Until it is known that the endpoint takes reactions the form works as it does without us.
    if (event.defaultPrevented || !keeper.canReact || !(kind ?? isWithdrawal(event.submitter))) return;
    event.preventDefault();
    if (kind) keeper.toggle(kind);
    else void keeper.react(() => []);
  };
  form.addEventListener('submit', submit, {signal: life.signal});
  return {
    kinds: buttons.filter(({kind}, index) => buttons.findIndex((each) => each.kind === kind) === index),
    write: ({canReact, mine, isPending}, numbers, min, language) => {
      set(form, 'aria-busy', isPending ? 'true' : undefined);
      for (const button of buttons) {
        if (canReact) set(button.element, 'aria-pressed', String(mine.includes(button.kind)));
        if (numbers) writeNumber(button, numbers.kinds.get(button.kind) ?? 0, min, language);
      }
    },
    end: () => {
      life.abort();
      set(form, 'aria-busy', undefined);
      for (const {element} of buttons) set(element, 'aria-pressed', undefined);
    },
  };
};

interface AdoptedButton extends ShownKind {
  readonly element: HTMLButtonElement;
  /** Where the page has a place for the number. */
  readonly count: HTMLDataElement | undefined;
}

const buttonOf = (element: HTMLButtonElement): AdoptedButton | undefined => {
  const kind = element.name === 'reactions' ? readKind(element.value, '', () => undefined) : undefined;
  if (kind === undefined) return undefined;
  const count = element.querySelector('data') ?? undefined;
  const copy = element.cloneNode(true);
  const icon = element.querySelector('img, svg');
  // The number is no part of the name: a name that changes with every click is read anew.
  count?.setAttribute('aria-hidden', 'true');
  return {element, kind, count, icon: icon instanceof HTMLImageElement ? icon.src : '', label: labelIn(copy) || kind};
};

const labelIn = (copy: Node): string => {
  if (copy instanceof Element) for (const part of copy.querySelectorAll('data, img, svg')) part.remove();
  return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
};

const isWithdrawal = (submitter: HTMLElement | null): boolean =>
  submitter instanceof HTMLButtonElement && submitter.name === 'reactions' && submitter.value === '';

const writeNumber = ({element, count}: AdoptedButton, number: number, min: number, language: Language): void => {
  const isShown = number >= min;
  set(element, 'aria-description', isShown && number > 0 ? language.say('people', number) : undefined);
  if (!count) return;
  set(count, 'value', String(number));
  const text = isShown ? language.number(number) : '';
  if (count.textContent !== text) count.textContent = text;
};

/** Nothing equal is written. */
const set = (element: Element, name: string, value: string | undefined): void => {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

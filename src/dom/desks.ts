/**
 * One desk for each store, with what it needs of the browser: the device's memory, the other tabs and copies, and word
 * of when the network is back.
 */
import {canonicalEndpoint} from '../adapters/registry.js';
import {createFacts, factsName, targetOn, type Facts} from '../store/facts.js';
import type {Memory} from '../store/memory.js';
import {createDesk, type Desk} from '../store/reactions.js';
import type {Store} from '../store/store.js';
import {strictest, type Consent} from './consent.js';
import type {Place} from './reaction-place.js';
import {tellFor} from './telling.js';

interface Kept {
  readonly desk: Desk;
  /** Those who react at it now. */
  readonly places: Set<Place>;
}

const desks = new WeakMap<Store, Kept>();

/** The desk of the place's store, for as long as the place is one. */
export const deskOf = (place: Place): Desk => {
  const {store} = place.source;
  const kept = desks.get(store) ?? open(place);
  desks.set(store, kept);
  kept.places.add(place);
  return kept.desk;
};

const consentAt = ({found, source}: Place): Consent => (found.source ?? source).settings.consent;

const open = (first: Place): Kept => {
  const {store, settings} = first.source;
  const places = new Set<Place>();
  let last: Consent = 'display';
  /** The strictest of all places; who is gone with a wish that waits has not withdrawn anything. */
  const consent = (): Consent => {
    for (const place of places) if (place.signal.aborted) leave(place);
    return lowered(places.size > 0 ? strictest([...places].map(consentAt)) : last);
  };
  const leave = (place: Place): void => {
    places.delete(place);
    last = consentAt(place);
  };
  const endpoint = settings.provider ? '' : (canonicalEndpoint(settings.endpoint ?? '', document.baseURI) ?? '');
  const desk = createDesk(store.core, {endpoint, memory, consent, post: (fact) => others().post(fact)});
  others().listen((fact) => desk.hear(fact));
  const retry = (): void => desk.retry();
  addEventListener('online', retry);
  // Whatever the endpoint has answered, it is there again.
  store.table.subscribe(retry);
  return {desk, places};
};

/** Global Privacy Control asks to be forgotten with the page. https://www.w3.org/TR/gpc/ */
const lowered = (consent: Consent): Consent =>
  'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true
    ? strictest([consent, 'count'])
    : consent;

/** A page may have no storage: where cookies are blocked, or in a frame without an origin, the mere look at it throws. */
const memory: Memory = {
  read: () => {
    try {
      const parsed: unknown = JSON.parse(localStorage.getItem(factsName) ?? 'null');
      return parsed ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: (value) => {
    try {
      localStorage.setItem(factsName, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  clear: () => {
    try {
      localStorage.removeItem(factsName);
    } catch {
      // Nothing was kept.
    }
  },
};

let facts: Facts | undefined;

const others = (): Facts =>
  (facts ??= createFacts({target: targetOn(globalThis), channel: channel(), tell: tellFor(factsName)}));

const channel = (): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(factsName);
  } catch {
    return undefined;
  }
};

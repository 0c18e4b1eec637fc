/** What a store needs of the world around it; handed in, so that a test holds the clock. */
import type {Pause} from '../model/slices.js';
import type {Tell} from '../model/tell.js';

export interface Ports {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** From 0 up to 1, without 1. */
  random(): number;
  /** Calls once, before the next picture. */
  frame(callback: () => void): void;
  /** Calls once, after so many milliseconds. @returns Calls it off. */
  later(callback: () => void, delay: number): () => void;
  readonly pause: Pause;
  readonly tell: Tell;
  /** False only where the device knows that it has no network. */
  isOnline?(): boolean;
}

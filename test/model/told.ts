/** Hears what the model tells, as `path: reason`. */
import type {Tell} from '../../src/model/tell.js';

export interface Hearing {
  readonly tell: Tell;
  readonly told: readonly string[];
}

export const hearing = (): Hearing => {
  const told: string[] = [];
  return {told, tell: (path, reason) => told.push(`${path}: ${reason}`)};
};

export const silently: Tell = () => undefined;

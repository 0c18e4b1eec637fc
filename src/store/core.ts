/** What the parts of one store have in common. */
import type {Ask} from './asking.js';
import type {Ports} from './ports.js';
import type {Table} from './table.js';

export interface Core {
  readonly ask: Ask;
  readonly table: Table;
  readonly ports: Ports;
  /** The names that each widget and each list wants numbers of, whether or not anything can be asked yet. */
  readonly wanted: ReadonlySet<readonly string[]>;
  /** The number of a request that starts now. */
  nextOrder(): number;
}

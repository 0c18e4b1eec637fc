/** What the parts of one store share. */
import type {Ask} from './asking.js';
import type {Ports} from './ports.js';
import type {Table} from './table.js';

export interface Core {
  readonly ask: Ask;
  readonly table: Table;
  readonly ports: Ports;
  /** The number of a request that starts now. */
  nextOrder(): number;
}

/** A measured row; `budget` is a key of the budgets in package.json, where there is one. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly budget?: string;
}

export declare const measureSizes: () => Promise<readonly Size[]>;

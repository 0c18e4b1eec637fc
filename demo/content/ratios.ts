/** The sizes in which pictures are ordered, in pixels. */
export const ratios = {
  '16:9': {width: 1600, height: 900},
  '3:2': {width: 1500, height: 1000},
  '4:3': {width: 1200, height: 900},
  '1:1': {width: 1000, height: 1000},
  '4:5': {width: 1000, height: 1250},
} as const satisfies Record<string, {width: number; height: number}>;

export type Ratio = keyof typeof ratios;

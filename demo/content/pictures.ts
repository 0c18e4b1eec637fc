/**
 * The pictures of the demo: an SVG drawing for each article, the same one whenever it is asked for. The number of the
 * article says what is drawn, so an editor who gives the next number also chooses the motif; colours and details
 * follow from the whole id.
 */
import {chisels, dovetail, plane, shavings} from './drawing/joinery.js';
import {saw, toolpath} from './drawing/machines.js';
import {palettes} from './drawing/palettes.js';
import {chance, pick} from './drawing/pen.js';
import type {Motif, Palette} from './drawing/pen.js';
import {cabinet, chair, pines, workshop} from './drawing/rooms.js';
import {figure, logs, parquet, planks, rings, stack} from './drawing/timber.js';

/** What a picture is asked for: its size in pixels and, to choose by hand, the motif's name and the palette. */
export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly motif?: MotifName;
  readonly palette?: number;
}

const motifs = {
  rings,
  planks,
  dovetail,
  shavings,
  saw,
  logs,
  chair,
  pines,
  workshop,
  stack,
  figure,
  parquet,
  chisels,
  cabinet,
  toolpath,
  plane,
} as const satisfies Record<string, Motif>;

export type MotifName = keyof typeof motifs;

/** The motifs in the order of the numbers that choose them. */
export const motifNames = [
  'rings',
  'planks',
  'dovetail',
  'shavings',
  'saw',
  'logs',
  'chair',
  'pines',
  'workshop',
  'stack',
  'figure',
  'parquet',
  'chisels',
  'cabinet',
  'toolpath',
  'plane',
] as const satisfies readonly [MotifName, ...MotifName[]];

const chosenBy = (id: string, luck: number): MotifName =>
  pick(motifNames, /^\d{1,9}$/.test(id) ? Number(id) : luck * motifNames.length);

/** What the picture of an article shows. */
export const motifOf = (id: string): MotifName => chosenBy(id, chance(id)(0, 1));

/** The picture of an article as an SVG document of at most 12 kB, without scripts, styles or text. */
export const picture = (id: string, {width, height, motif, palette}: PictureOptions): string => {
  const random = chance(id);
  const luck = random(0, 1);
  const name = motif ?? chosenBy(id, luck);
  const colours: Palette = pick(palettes, palette ?? random(0, palettes.length));
  const unit = 600 / Math.min(width, height);
  const [w, h] = [Math.round(width * unit), Math.round(height * unit)];
  const drawing = motifs[name]({w, h, colours, random});
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}">${drawing}</svg>`;
};

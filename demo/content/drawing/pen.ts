/** What every drawing of the demo is made with: a few SVG elements as strings, smooth curves, chance from a seed. */

/** Eight colours that go together, from the ground of a picture to its one loud note. */
export interface Palette {
  readonly back: string;
  readonly shade: string;
  readonly pale: string;
  readonly light: string;
  readonly wood: string;
  readonly dark: string;
  readonly ink: string;
  readonly accent: string;
  /** A thin thing that must stand out from the ground. */
  readonly slim: string;
}

/** The paper (its short side is always 600), the colours and the chance of one picture. */
export interface Pen {
  readonly w: number;
  readonly h: number;
  readonly colours: Palette;
  /** The next number from `from` to `to`; the same seed gives the same numbers. */
  readonly random: (from: number, to: number) => number;
}

export type Motif = (pen: Pen) => string;
export type Point = readonly [x: number, y: number];
type Attributes = Readonly<Record<string, string | number>>;

const short = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;

/** One SVG element. Names and values come from the drawings alone, so nothing is escaped. */
export const el = (name: string, attributes: Attributes, ...inside: readonly string[]): string => {
  const start = `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${short(value)}"`)
    .join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('')}</${name}>`;
};

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string => el('rect', {x, y, width, height, fill, ...more});

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  el('circle', {cx, cy, r, fill, ...more});

export const shape = (d: string, fill: string, more: Attributes = {}): string => el('path', {d, fill, ...more});

export const line = (d: string, stroke: string, width: number, more: Attributes = {}): string =>
  el('path', {d, fill: 'none', stroke, 'stroke-width': width, ...more});

export const group = (attributes: Attributes, ...inside: readonly string[]): string => el('g', attributes, ...inside);

/** The numbers 0 … count - 1, to draw one thing for each. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({length: Math.max(0, Math.ceil(count))}, (_, index) => make(index));

/** Whole numbers are enough where the short side is 600. */
const dot = ([x, y]: Point): string => `${Math.round(x)} ${Math.round(y)}`;
const between = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Straight lines through the points. */
export const straight = (points: readonly Point[], close = true): string =>
  `M${points.map(dot).join('L')}${close ? 'Z' : ''}`;

/** A smooth open line: a quadratic curve from middle to middle, which costs a third of a cubic one. */
export const curve = (points: readonly Point[]): string => {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const inner = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? last;
    return `Q${dot(point)} ${dot(next === last ? last : between(point, next))}`;
  });
  return `M${dot(first)}${inner.length > 0 ? inner.join('') : `L${dot(last)}`}`;
};

/** A smooth closed line around a middle; `radius` says how far out it runs at an angle. */
export const blob = (cx: number, cy: number, radius: (angle: number) => number, corners = 16): string => {
  const points = times(corners, (index): Point => {
    const angle = (index / corners) * Math.PI * 2;
    return [cx + Math.cos(angle) * radius(angle), cy + Math.sin(angle) * radius(angle)];
  });
  const after = (index: number): Point => points[index % corners] ?? [cx, cy];
  const start = dot(between(after(corners - 1), after(0)));
  return `M${start}${points.map((point, index) => `Q${dot(point)} ${dot(between(point, after(index + 1)))}`).join('')}Z`;
};

/** A spiral from `outer` to `inner`, counted in turns; `lean` turns the whole of it. */
export const spiral = (cx: number, cy: number, outer: number, inner: number, turns: number, lean: number): Point[] =>
  times(Math.round(turns * 8) + 1, (index): Point => {
    const part = index / Math.round(turns * 8);
    const angle = lean + part * turns * Math.PI * 2;
    const radius = outer + (inner - outer) * part;
    return [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius];
  });

/** Grain lines along a board, which part around a knot where there is one. */
export const grain = (
  {random}: Pen,
  {x, y, w, h}: {x: number; y: number; w: number; h: number},
  lines: number,
  knot?: Point,
): string =>
  times(lines, (index) => {
    const level = y + (h * (index + 0.5 + random(-0.25, 0.25))) / lines;
    const phase = random(0, 6);
    const steps = Math.max(4, Math.round(w / 110));
    const points = times(steps + 1, (step): Point => {
      const at = x + (w * step) / steps;
      const around =
        knot === undefined ? 0 : Math.exp(-(((at - knot[0]) / (h * 0.9)) ** 2)) * (level < knot[1] ? -1 : 1);
      const room = knot === undefined ? 0 : Math.max(0, 1 - Math.abs(level - knot[1]) / (h * 0.75)) * h * 0.22;
      return [at, level + Math.sin(phase + at / 130) * h * 0.035 + around * room];
    });
    return curve(points);
  }).join('');

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};

/** Chance that repeats itself: mulberry32, started from a text. */
export const chance = (seed: string): Pen['random'] => {
  let state = hash(seed);
  return (from, to) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return from + (((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * (to - from);
  };
};

/** One of a list that is never empty. */
export const pick = <T>(list: readonly [T, ...T[]], index: number): T =>
  list[Math.floor(index) % list.length] ?? list[0];

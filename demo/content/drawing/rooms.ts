/** Furniture and places: a chair, a sideboard, the window of a workshop, pines on their hills. */
import {circle, curve, el, grain, line, pick, rect, shape, straight, times} from './pen.js';
import type {Motif, Pen, Point} from './pen.js';

/** Wall, floor and an arch or a disc behind the piece. */
const room = ({w, h, colours, random}: Pen, floor: number): string => {
  const x = w * random(0.4, 0.6);
  const wide = Math.min(w, h) * 0.34;
  const arch = `M${Math.round(x - wide)} ${Math.round(floor)}V${Math.round(h * 0.4)}a${Math.round(wide)} ${Math.round(wide)} 0 0 1 ${Math.round(wide * 2)} 0V${Math.round(floor)}Z`;
  const behind = random(0, 1) > 0.5 ? shape(arch, colours.shade) : circle(x, h * 0.42, wide * 1.02, colours.shade);
  return (
    rect(0, 0, w, h, colours.back) +
    behind +
    rect(0, floor, w, h - floor, colours.light) +
    rect(0, floor, w, 5, colours.wood)
  );
};

const round = {'stroke-linecap': 'round', 'stroke-linejoin': 'round'} as const;

/** Three chairs on a field of 300 × 420, feet at the bottom; `m` is the main line, `s` the thin one. */
const chairs = ({colours}: Pen, index: number): string => {
  const main = (d: string): string => line(d, colours.slim, 15, round);
  const thin = (d: string): string => line(d, colours.slim, 8, round);
  const spindles = (top: (x: number) => number): string =>
    thin(times(7, (step) => `M${90 + step * 20} 232L${75 + step * 25} ${Math.round(top(step))}`).join(''));
  const legs = main('M72 252L44 412M228 252L256 412') + thin('M100 254L84 380M200 254L216 380M58 340H242');
  const seat = shape('M52 230Q150 216 248 230L256 250Q150 268 44 250Z', colours.accent);
  const bow =
    spindles((step) => 28 + (step - 3) ** 2 * 9) + main('M68 236C40 20 110 16 150 16S260 20 232 236') + legs + seat;
  const ladder =
    main('M70 412L56 20M230 412L244 20') +
    [52, 106, 160]
      .map((y) => shape(`M56 ${y}Q150 ${y - 22} 244 ${y}V${y + 24}Q150 ${y + 4} 56 ${y + 24}Z`, colours.wood))
      .join('') +
    thin('M66 330H234M68 372H232') +
    shape('M44 236H256L266 262H34Z', colours.accent);
  const lounge =
    main('M40 412L96 236L250 268L276 412M96 236L30 60') +
    shape('M22 52Q34 40 48 54L112 222L92 246Z', colours.accent) +
    shape('M86 222Q180 232 262 252Q268 270 252 276Q160 262 84 248Z', colours.accent) +
    main('M60 170L236 176') +
    thin('M236 176L244 262');
  return pick([bow, ladder, lounge], index);
};

export const chair: Motif = (pen) => {
  const {w, h, random} = pen;
  const kind = random(0, 3);
  const floor = h * random(0.76, 0.8);
  const scale = (h * 0.72) / 420;
  const x = w * random(0.42, 0.58) - 150 * scale;
  const foot = floor + h * 0.08;
  return (
    room(pen, floor) +
    el('ellipse', {cx: x + 150 * scale, cy: foot, rx: 190 * scale, ry: 16, fill: pen.colours.ink, opacity: 0.22}) +
    el(
      'g',
      {transform: `translate(${Math.round(x)} ${Math.round(foot - 416 * scale)}) scale(${scale.toFixed(3)})`},
      chairs(pen, kind),
    )
  );
};

/** A vase with three twigs, standing at a point. */
const vase = ({colours, random}: Pen, x: number, y: number): string => {
  const twigs = [-46, -6, 40].map((lean) => {
    const high = random(110, 165);
    const leaves = [0.45, 0.65, 0.85, 1].map((part) => {
      const [lx, ly] = [x + lean * part, y - 60 - high * part];
      return el('ellipse', {
        cx: lx + 9,
        cy: ly,
        rx: 15,
        ry: 6,
        fill: colours.slim,
        transform: `rotate(${lean < 0 ? -140 : -35} ${Math.round(lx)} ${Math.round(ly)})`,
      });
    });
    return (
      line(
        `M${Math.round(x)} ${Math.round(y - 60)}L${Math.round(x + lean)} ${Math.round(y - 60 - high)}`,
        colours.slim,
        4,
      ) + leaves.join('')
    );
  });
  const d = `M${Math.round(x - 14)} ${Math.round(y - 78)}h28c-4 18 24 28 20 52c-2 14 -10 22 -14 26h-40c-4 -4 -12 -12 -14 -26c-4 -24 24 -34 20 -52Z`;
  return twigs.join('') + shape(d, colours.accent);
};

/** A sideboard: doors of thin slats, three drawers, a vase. */
export const cabinet: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const floor = h * 0.8;
  const wide = Math.min(w * 0.78, h * 1.35);
  const high = Math.min(h * 0.34, wide * 0.42);
  const [x, y] = [(w - wide) / 2, floor + h * 0.06 - high - h * 0.1];
  const third = wide / 3;
  const left = random(0, 1) > 0.5;
  const slats = (from: number): string =>
    line(
      times(
        third / 15 - 1,
        (index) => `M${Math.round(from + 14 + index * 15)} ${Math.round(y + 16)}v${Math.round(high - 32)}`,
      ).join(''),
      colours.dark,
      5,
      {opacity: 0.55},
    );
  const drawer = (index: number): string => {
    const [dx, dy, dh] = [left ? x + third * 2 : x, y + 10 + (index * (high - 20)) / 3, (high - 20) / 3 - 6];
    return rect(dx + 10, dy, third - 20, dh, colours.light) + circle(dx + third / 2, dy + dh / 2, 7, colours.ink);
  };
  const doors = left ? [x, x + third] : [x + third, x + third * 2];
  const legs = [x + wide * 0.06, x + wide * 0.94].map((at, index) =>
    shape(
      straight([
        [at - 13, y + high],
        [at + 13, y + high],
        [at + (index ? 20 : -8), y + high + h * 0.1],
        [at + (index ? 8 : -20), y + high + h * 0.1],
      ]),
      colours.ink,
    ),
  );
  return [
    room(pen, floor),
    el('ellipse', {cx: w / 2, cy: y + high + h * 0.1, rx: wide * 0.52, ry: 13, fill: colours.ink, opacity: 0.22}),
    ...legs,
    rect(x, y, wide, high, colours.wood, {rx: 10}),
    ...doors.map(slats),
    ...times(3, drawer),
    line(`M${Math.round(x)} ${Math.round(y + 4)}h${Math.round(wide)}`, colours.dark, 7, {'stroke-linecap': 'round'}),
    vase(pen, x + wide * (left ? 0.82 : 0.2), y + 2),
    ...times(4, (index) =>
      rect(
        x + wide * (left ? 0.12 : 0.6) + index * 3,
        y - 14 - index * 15,
        108 - index * 14,
        14,
        pick([colours.dark, colours.pale, colours.wood, colours.accent], index),
      ),
    ),
  ].join('');
};

/** What lies on the bench by the window: jars, a block, a try square, a mallet. */
const still = ({colours}: Pen, x: number, y: number, index: number): string => {
  const jar =
    line(`M${x - 14} ${y - 50}l-16 -62M${x} ${y - 50}v-78M${x + 14} ${y - 50}l20 -56`, colours.wood, 7, round) +
    rect(x - 28, y - 66, 56, 66, colours.accent, {rx: 5});
  const square =
    shape(`M${x - 40} ${y}v-128h18v104h74v24Z`, colours.pale) + rect(x - 46, y - 26, 100, 26, colours.wood);
  const mallet = rect(x - 8, y - 118, 16, 70, colours.light) + rect(x - 46, y - 54, 92, 54, colours.wood, {rx: 6});
  const blocks =
    rect(x - 56, y - 26, 112, 26, colours.light) +
    rect(x - 40, y - 50, 88, 24, colours.wood) +
    rect(x - 30, y - 70, 56, 20, colours.pale);
  return pick([jar, square, mallet, blocks], index);
};

/** The window of a workshop in the evening, with the bench before it. */
export const workshop: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const wide = Math.min(w * 0.72, h * 1.1);
  const [x, y, high, bench] = [(w - wide) / 2, h * 0.1, h * 0.54, Math.round(h * 0.76)];
  const columns = Math.round(wide / 150);
  const hill = (level: number, phase: number): string =>
    `${curve(times(9, (step): Point => [x + (wide * step) / 8, y + high * (level + 0.09 * Math.sin(step * 1.3 + phase))]))}V${Math.round(y + high)}H${Math.round(x)}Z`;
  const bars = times(
    columns - 1,
    (index) => `M${Math.round(x + (wide * (index + 1)) / columns)} ${Math.round(y)}v${Math.round(high)}`,
  ).join('');
  const first = Math.floor(random(0, 4));
  const things = times(w / 190, (index) =>
    still(pen, Math.round(((index + 0.6) * w) / (w / 190 + 0.3)), bench, first + index),
  );
  return [
    rect(0, 0, w, h, colours.ink),
    rect(x, y, wide, high, colours.pale),
    circle(x + wide * random(0.25, 0.75), y + high * 0.42, high * 0.19, colours.accent, {opacity: 0.9}),
    shape(hill(0.62, random(0, 6)), colours.light),
    shape(hill(0.78, random(0, 6)), colours.wood),
    line(bars, colours.ink, 11),
    line(`M${Math.round(x)} ${Math.round(y + high * 0.36)}h${Math.round(wide)}`, colours.ink, 11),
    el('rect', {x, y, width: wide, height: high, fill: 'none', stroke: colours.dark, 'stroke-width': 20}),
    rect(x - 26, y + high, wide + 52, 16, colours.dark),
    ...things,
    rect(0, bench, w, h * 0.07, colours.light),
    line(grain(pen, {x: -10, y: bench + 4, w: w + 20, h: h * 0.06}, 3), colours.dark, 2.2, {opacity: 0.5}),
    rect(0, bench + h * 0.07, w, h, colours.dark),
    rect(0, bench + h * 0.07, w, 9, colours.ink, {opacity: 0.5}),
  ].join('');
};

/** A spruce as a child would cut it from paper: three skirts on a stem. */
const tree = (x: number, y: number, high: number): string => {
  const wide = high * 0.21;
  const skirt = (from: number, to: number, part: number): Point[] => [
    [x - wide * part, y - high * to],
    [x - wide * part * 0.45, y - high * from],
  ];
  const left = [...skirt(0.3, 0.08, 1), ...skirt(0.55, 0.36, 0.75), [x - wide * 0.5, y - high * 0.6] as const];
  const right = left.map(([px, py]): Point => [2 * x - px, py]).reverse();
  return straight([
    [x - 4, y],
    [x - 4, y - high * 0.08],
    ...left,
    [x, y - high],
    ...right,
    [x + 4, y - high * 0.08],
    [x + 4, y],
  ]);
};

/** Pines on their hills, ridge behind ridge. */
export const pines: Motif = ({w, h, colours, random}) => {
  const tones = [colours.shade, colours.light, colours.wood, colours.dark, colours.ink] as const;
  const out: string[] = [
    rect(0, 0, w, h, colours.back),
    circle(w * random(0.2, 0.8), h * random(0.24, 0.34), h * 0.13, colours.accent),
  ];
  tones.forEach((tone, index) => {
    const base = h * (0.4 + index * 0.135);
    const [phase, swing] = [random(0, 6), h * (0.1 - index * 0.012)];
    const level = (x: number): number =>
      base + Math.sin(x / (w * 0.16) + phase) * swing + Math.sin(x / (w * 0.06) + phase * 2) * swing * 0.3;
    const ridge = times(15, (step): Point => [(w * step) / 14, level((w * step) / 14)]);
    const trees =
      index < 2
        ? []
        : times((w / 60) * (1.7 - index * 0.22), (step) => {
            const x = step * 60 * (0.68 + index * 0.1) + random(-24, 24);
            return tree(x, level(x) + 12, h * random(0.09, 0.17) * (0.3 + index * 0.32));
          });
    out.push(shape(`${curve(ridge)}V${Math.round(h)}H0Z${trees.join('')}`, tone));
  });
  return out.join('');
};

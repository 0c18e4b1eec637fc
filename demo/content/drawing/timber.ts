/** Timber as it comes: rings, logs, planks, boards in stick, figure, parquet. */
import {blob, circle, curve, el, grain, group, line, pick, rect, shape, straight, times} from './pen.js';
import type {Motif, Pen, Point} from './pen.js';

/** How far from the pith a year ring runs: rounder inside, more out of true towards the bark. */
const ringShape = (random: Pen['random'], size: number) => {
  const [two, three, seven] = [random(0, 6), random(0, 6), random(0, 6)];
  return (part: number) => (angle: number) =>
    size *
    part *
    (1 +
      part *
        (0.05 * Math.sin(2 * angle + two) + 0.035 * Math.sin(3 * angle + three) + 0.014 * Math.sin(7 * angle + seven)));
};

/** A crack from the pith outwards: a long thin wedge. */
const crack = (cx: number, cy: number, angle: number, from: number, to: number, width: number): string => {
  const at = (radius: number, turn: number): Point => [
    cx + Math.cos(angle + turn) * radius,
    cy + Math.sin(angle + turn) * radius,
  ];
  return straight([at(from, 0), at((from + to) / 2, -width / to), at(to, -width / to), at(to, width / to)]);
};

/** The end of a trunk, larger than the paper. */
export const rings: Motif = ({w, h, colours, random}) => {
  const size = Math.min(w, h) * random(0.5, 0.6);
  const [cx, cy] = [w * random(0.42, 0.6), h * random(0.47, 0.55)];
  const at = ringShape(random, size);
  const out: string[] = [
    rect(0, 0, w, h, colours.back),
    shape(`M0 ${h}L0 ${Math.round(h * 0.72)}L${w} ${Math.round(h * 0.6)}V${h}Z`, colours.shade),
    shape(blob(cx + 14, cy + 18, at(1.05), 22), colours.ink, {opacity: 0.22}),
    shape(blob(cx, cy, at(1.05), 22), colours.dark),
    shape(blob(cx, cy, at(0.97)), colours.light),
    shape(blob(cx, cy, at(0.62)), colours.wood, {opacity: 0.55}),
  ];
  let part = 0.93;
  while (part > 0.06) {
    out.push(line(blob(cx, cy, at(part), part > 0.4 ? 16 : 9), colours.dark, random(1.6, 5.5), {opacity: 0.55}));
    part -= random(0.032, 0.082);
  }
  out.push(circle(cx, cy, 7, colours.dark));
  const turn = random(0, 6);
  for (const step of [0, 1.9, 4.1])
    out.push(shape(crack(cx, cy, turn + step, 10, size * random(0.5, 0.95), 7), colours.ink, {opacity: 0.7}));
  return out.join('');
};

/** Boards side by side, with grain and here and there a knot. */
export const planks: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const tones = [colours.light, colours.wood, colours.pale, colours.light, colours.wood] as const;
  const out: string[] = [];
  let y = -h * 0.25;
  let index = Math.floor(random(0, 5));
  while (y < h * 1.25) {
    const high = random(90, 165);
    const tone = pick(tones, index);
    const knot: Point | undefined =
      index % 2 === 0 ? [w * random(0.15, 0.85), y + high * random(0.38, 0.62)] : undefined;
    out.push(rect(-60, y, w + 120, high - 5, tone));
    out.push(line(grain(pen, {x: -60, y, w: w + 120, h: high - 5}, 5, knot), colours.dark, 2.4, {opacity: 0.42}));
    if (knot !== undefined)
      out.push(
        el('ellipse', {cx: knot[0], cy: knot[1], rx: 27, ry: 16, fill: colours.dark, opacity: 0.75}),
        el('ellipse', {cx: knot[0] - 3, cy: knot[1], rx: 13, ry: 7, fill: colours.ink, opacity: 0.8}),
      );
    y += high;
    index += 1;
  }
  const lean = random(0, 1) > 0.5 ? 'rotate(-9' : 'rotate(8';
  return (
    rect(0, 0, w, h, colours.ink) + group({transform: `${lean} ${Math.round(w / 2)} ${Math.round(h / 2)})`}, ...out)
  );
};

/** One sawn log, drawn once and used many times. */
const log = ({colours, random}: Pen, id: string): string => {
  const at = ringShape(random, 100);
  return group(
    {id},
    shape(blob(0, 0, at(0.99), 14), colours.dark),
    shape(blob(0, 0, at(0.89), 10), colours.light),
    shape(blob(0, 0, at(0.45), 8), colours.wood, {opacity: 0.7}),
    ...[0.76, 0.62, 0.5, 0.33, 0.2].map((part) => line(blob(0, 0, at(part), 9), colours.wood, 3.5)),
    shape(crack(0, 0, random(0, 6), 4, 74, 5), colours.ink, {opacity: 0.6}),
  );
};

/** A pile of logs, seen from the end. */
export const logs: Motif = (pen) => {
  const {w, h, random, colours} = pen;
  const step = random(118, 140);
  const rows = h / (step * 0.87) + 2;
  const pile = times(rows, (row) =>
    times(w / step + 2, (column) => {
      const x = (column + (row % 2) / 2 - 0.5) * step + random(-6, 6);
      const y = (row - 0.4) * step * 0.87 + random(-6, 6);
      const scale = (step / 200) * random(0.86, 1.08);
      const place = `translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(random(0, 360))}) scale(${scale.toFixed(2)})`;
      return el('use', {href: `#${pick(['a', 'b', 'c'], random(0, 3))}`, transform: place});
    }).join(''),
  );
  const defs = el('defs', {}, log(pen, 'a'), log(pen, 'b'), log(pen, 'c'));
  return defs + rect(0, 0, w, h, colours.ink) + pile.join('');
};

/** The end of one sawn board with the arcs of its rings. */
const boardEnd = ({colours, random}: Pen, x: number, y: number, wide: number, high: number): string => {
  const sag = random(-0.9, 0.9);
  const arcs = [0.3, 0.62].map((part) => {
    const level = y + high * part;
    return `M${Math.round(x + 6)} ${Math.round(level)}q${Math.round(wide / 2 - 6)} ${Math.round(high * sag)} ${Math.round(wide - 12)} 0`;
  });
  const tone = pick([colours.light, colours.wood, colours.pale, colours.light], random(0, 4));
  return rect(x, y, wide, high, tone) + line(arcs.join(''), colours.dark, 2.5, {opacity: 0.5});
};

/** Boards in stick: rows of ends with air between them. */
export const stack: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const out: string[] = [
    rect(0, 0, w, h, colours.back),
    circle(w * random(0.25, 0.75), h * 0.36, h * 0.3, colours.shade),
  ];
  const [high, gap] = [h * 0.088, h * 0.022];
  let edge = 0.06;
  for (let y = h * 0.86; y > h * 0.12; y -= high + gap) {
    const [left, right] = [w * (edge + random(-0.015, 0.015)), w * (1 - edge + random(-0.02, 0.02))];
    let x = left;
    while (x < right - 70) {
      const wide = Math.min(random(130, 240), right - x);
      out.push(boardEnd(pen, x, y - high, wide - 4, high));
      x += wide;
    }
    const sticks = [0.14, 0.5, 0.86].map((part) => Math.min(Math.max(w * part, left + 24), right - 24));
    for (const stick of sticks) out.push(rect(stick - 16, y, 32, gap, colours.dark));
    edge += y < h * 0.45 ? random(0.03, 0.1) : 0;
  }
  out.push(rect(0, h * 0.89, w, h * 0.11, colours.shade), rect(w * 0.04, h * 0.885, w * 0.92, 9, colours.ink));
  return out.join('');
};

/** The figure of a flat-sawn board: arches within arches. */
export const figure: Motif = ({w, h, colours, random}) => {
  const out: string[] = [rect(0, 0, w, h, colours.wood)];
  const middle = h * random(0.4, 0.6);
  const tones = [colours.light, colours.wood] as const;
  const phase = random(0, 6);
  let peak = -w * 0.35;
  let index = 0;
  while (peak < w * 1.02) {
    const reach = h * (0.2 + 0.16 * Math.sin(index * 0.7 + phase)) + h * 0.12;
    const points = times(11, (step): Point => {
      const dy = (step / 10 - 0.5) * h * 1.5;
      const wave = Math.sin(dy / 70 + phase + index * 0.22) * 10;
      return [peak + ((dy * dy) / (reach * reach)) * w * 0.19 + wave, middle + dy];
    });
    out.push(shape(`${curve(points)}H${w * 4}V-${h}Z`, pick(tones, index)));
    out.push(line(curve(points), colours.dark, random(1.5, 5), {opacity: 0.6}));
    peak += random(0.034, 0.095) * w;
    index += 1;
  }
  return out.join('');
};

/** Herringbone: planks of one by four, laid at right angles, turned by 45°. */
export const parquet: Motif = ({w, h, colours, random}) => {
  const unit = random(62, 72);
  const long = unit * 4;
  const reach = (w + h) * 0.72;
  const tones = [colours.light, colours.wood, colours.light, colours.pale, colours.dark] as const;
  const out: string[] = [];
  const lay = (x: number, y: number, wide: number, high: number): void => {
    const [mx, my] = [x + wide / 2, y + high / 2];
    const [px, py] = [(mx - my) * Math.SQRT1_2, (mx + my) * Math.SQRT1_2];
    if (Math.abs(px) > w / 2 + long * 0.45 || Math.abs(py) > h / 2 + long * 0.45) return;
    out.push(rect(x + 1.5, y + 1.5, wide - 3, high - 3, pick(tones, random(0, 4.3))));
    const part = random(0.3, 0.7);
    const way =
      wide > high
        ? `M${Math.round(x + 8)} ${Math.round(y + high * part)}h${Math.round(wide * random(0.4, 0.9))}`
        : `M${Math.round(x + wide * part)} ${Math.round(y + 8)}v${Math.round(high * random(0.4, 0.9))}`;
    out.push(line(way, colours.dark, 2, {opacity: 0.4}));
  };
  for (let row = -Math.ceil(reach / unit); row < reach / unit; row += 1) {
    for (let column = -12; column < 12; column += 1) {
      const x = (row + column * 8) * unit;
      lay(x, row * unit, long, unit);
      lay(x, (row + 1) * unit, unit, long);
    }
  }
  const place = `translate(${Math.round(w / 2)} ${Math.round(h / 2)}) rotate(45)`;
  return rect(0, 0, w, h, colours.ink) + group({transform: place}, ...out);
};

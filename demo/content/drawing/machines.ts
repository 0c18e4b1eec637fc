/** Machines: a circular saw blade in a board, and the path of a router on its table. */
import {blob, circle, curve, grain, group, line, rect, shape, straight, times} from './pen.js';
import type {Motif, Pen, Point} from './pen.js';

/** The outline of a blade: each tooth rises slowly and falls at once. */
const teeth = (radius: number, count: number, turn: number): string =>
  straight(
    times(count, (index): Point[] => {
      const at = (part: number, reach: number): Point => {
        const angle = turn + ((index + part) / count) * Math.PI * 2;
        return [Math.cos(angle) * reach, Math.sin(angle) * reach];
      };
      return [at(0, radius * 0.925), at(0.55, radius * 0.955), at(0.86, radius), at(0.94, radius * 0.93)];
    }).flat(),
  );

const slots = (radius: number, count: number, turn: number): string =>
  times(count, (index) => {
    const angle = turn + (index / count) * Math.PI * 2;
    const at = (reach: number, bend: number): Point => [Math.cos(angle + bend) * reach, Math.sin(angle + bend) * reach];
    return curve([at(radius * 0.92, 0), at(radius * 0.8, 0.02), at(radius * 0.72, 0.1), at(radius * 0.66, 0.2)]);
  }).join('');

/** A blade that comes up through a board. */
export const saw: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const radius = Math.min(w, h) * random(0.4, 0.47);
  const [x, board] = [w * random(0.4, 0.6), h * random(0.62, 0.68)];
  const y = board - radius * 0.28;
  const turn = random(0, 1);
  const count = Math.round(random(22, 32));
  const dust = times(26, () => {
    const away = random(0, 1);
    return circle(
      x + radius * (0.9 + away * 0.9),
      board - 14 - random(0, 1) * (1 - away) * h * 0.3,
      random(2, 7),
      colours.pale,
    );
  });
  return [
    rect(0, 0, w, h, colours.back),
    circle(w * 0.5, h * 0.3, h * 0.62, colours.shade),
    group(
      {transform: `translate(${Math.round(x)} ${Math.round(y)})`},
      shape(teeth(radius, count, turn), colours.ink, {opacity: 0.2, transform: 'translate(10 12)'}),
      shape(teeth(radius, count, turn), colours.pale),
      circle(0, 0, radius * 0.86, 'none', {stroke: colours.shade, 'stroke-width': 5}),
      circle(0, 0, radius * 0.58, 'none', {stroke: colours.shade, 'stroke-width': 3}),
      line(slots(radius, 6, turn), colours.dark, 6, {'stroke-linecap': 'round'}),
      circle(0, 0, radius * 0.34, colours.accent),
      circle(0, 0, radius * 0.16, colours.dark),
      circle(0, 0, radius * 0.07, colours.pale),
    ),
    ...dust,
    rect(0, board, w, h - board, colours.wood),
    rect(0, board, w, 9, colours.light),
    line(
      grain(pen, {x: -10, y: board + 14, w: w + 20, h: h - board}, 7, [w * random(0.1, 0.3), h * 0.84]),
      colours.dark,
      2.4,
      {opacity: 0.45},
    ),
    rect(x - radius * 0.86, board, radius * 1.72, 13, colours.ink),
  ].join('');
};

/** The cutter over its path. */
const cutter = ({colours}: Pen, x: number, y: number): string => {
  const at = (dx: number, dy: number): Point => [x + dx, y + dy];
  return [
    circle(x, y, 26, colours.accent, {opacity: 0.35}),
    shape(straight([at(-9, 0), at(9, -5), at(9, -84), at(-9, -84)]), colours.pale),
    line(
      `M${Math.round(x - 9)} ${Math.round(y - 14)}l18 -18M${Math.round(x - 9)} ${Math.round(y - 38)}l18 -18M${Math.round(x - 9)} ${Math.round(y - 62)}l18 -18`,
      colours.dark,
      4,
    ),
    shape(
      straight([at(-16, -84), at(16, -84), at(30, -120), at(30, -150), at(-30, -150), at(-30, -120)]),
      colours.light,
    ),
    rect(x - 46, y - 330, 92, 180, colours.wood, {rx: 8}),
    rect(x - 46, y - 190, 92, 12, colours.dark),
  ].join('');
};

/** A pocket being routed: offset lines from the edge inwards, on squared paper. */
export const toolpath: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const [cx, cy] = [w * random(0.46, 0.54), h * random(0.52, 0.57)];
  const lobes = Math.round(random(2.6, 5.4));
  const phase = random(0, 6);
  const stretch = Math.min(w / h, 1.5);
  const path = (part: number): string =>
    blob(
      0,
      0,
      (angle) => {
        const round = 1 / Math.hypot(Math.cos(angle) / stretch, Math.sin(angle));
        return h * 0.42 * part * round * (1 + 0.2 * part * Math.cos(lobes * angle + phase));
      },
      24,
    );
  const across = times(w / 60 + 1, (index) => `M${index * 60} 0V${Math.round(h)}`).join('');
  const down = times(h / 60 + 1, (index) => `M0 ${index * 60}H${Math.round(w)}`).join('');
  const [tx, ty] = [cx + h * 0.18 * stretch, cy - h * 0.02];
  return [
    rect(0, 0, w, h, colours.dark),
    line(across + down, colours.ink, 2, {opacity: 0.45}),
    group(
      {transform: `translate(${Math.round(cx)} ${Math.round(cy)})`},
      shape(path(1.06), colours.light),
      shape(path(0.98), colours.wood),
      ...times(11, (index) =>
        line(path(0.92 - index * 0.08), index < 5 ? colours.pale : colours.dark, 4, {opacity: index < 5 ? 0.9 : 0.5}),
      ),
    ),
    line(`M${Math.round(tx)} ${Math.round(ty)}L${Math.round(w * 0.06)} ${Math.round(h * 0.08)}`, colours.accent, 3, {
      'stroke-dasharray': '4 12',
      'stroke-linecap': 'round',
    }),
    circle(w * 0.06, h * 0.08, 9, colours.accent),
    cutter(pen, tx, ty),
  ].join('');
};

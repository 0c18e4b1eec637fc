/** Work at the bench: a dovetail joint, shavings, a plane, chisels on the wall. */
import {blob, circle, curve, el, grain, group, line, pick, rect, shape, spiral, straight, times} from './pen.js';
import type {Motif, Pen, Point} from './pen.js';

/** Two boards meet in dovetails; the line of the joint runs down the middle. */
export const dovetail: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const count = Math.round(random(2.6, 4.4));
  const pitch = (h * 1.3) / count;
  const [left, right] = [w * random(0.36, 0.42), w * random(0.58, 0.64)];
  const top = -h * 0.15;
  const tails = times(count, (index): Point[] => {
    const start = top + index * pitch;
    return [
      [left, start + pitch * 0.32],
      [right, start + pitch * 0.2],
      [right, start + pitch * 0.8],
      [left, start + pitch * 0.68],
    ];
  });
  const board = straight([
    [-w * 0.2, top - 40],
    [left, top - 40],
    ...tails.flat(),
    [left, h * 1.3],
    [-w * 0.2, h * 1.3],
  ]);
  const arcs = tails.map((tail, index) => {
    const y = top + index * pitch + pitch / 2;
    const start = tail[0]?.[0] ?? left;
    return [0.2, 0.4, 0.6, 0.8].map((part) => {
      const x = Math.round(start + (right - left) * part);
      return `M${x} ${Math.round(y - pitch * 0.19)}q-18 ${Math.round(pitch * 0.19)} 0 ${Math.round(pitch * 0.38)}`;
    });
  });
  const other = {x: right - (right - left) * 0.9, y: top, w: w * 1.2 - left, h: h * 1.3};
  return (
    rect(0, 0, w, h, colours.dark) +
    group(
      {transform: `rotate(${Math.round(random(-9, 9))} ${Math.round(w / 2)} ${Math.round(h / 2)})`},
      rect(left, top - 60, w, h * 1.6, colours.wood),
      line(grain(pen, other, 11), colours.ink, 2.2, {opacity: 0.3}),
      shape(board, colours.ink, {opacity: 0.35, transform: 'translate(7 9)'}),
      shape(board, colours.light),
      line(grain(pen, {x: -w * 0.2, y: top, w: w * 0.2 + left - 6, h: h * 1.3}, 13), colours.dark, 2.2, {opacity: 0.4}),
      line(arcs.flat().join(''), colours.dark, 2.4, {opacity: 0.5}),
      line(`M${Math.round(left)} ${Math.round(top)}V${Math.round(h * 1.2)}`, colours.accent, 2.5, {opacity: 0.9}),
    )
  );
};

/** A curl of wood: a ribbon with a darker edge that lies on the bench and rolls up; `way` is 1 or -1. */
const curl = ({colours, random}: Pen, x: number, y: number, size: number, way = 1): string => {
  const wide = size * random(0.24, 0.3);
  const turns = random(1.8, 2.5);
  const tail = random(1.1, 1.9) * size;
  const path = (out: number): string =>
    curve([
      [tail, out - size * 0.16],
      [tail * 0.62, out + size * 0.06],
      [tail * 0.3, out],
      ...spiral(0, -size, size + out, size * 0.26 + out, turns, Math.PI / 2),
    ]);
  const tone = pick([colours.pale, colours.light, colours.pale], random(0, 3));
  return group(
    {transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${way} 1)`},
    el('ellipse', {cx: tail * 0.2, cy: wide * 0.5, rx: size * 1.25, ry: wide * 0.36, fill: colours.ink, opacity: 0.22}),
    line(path(0), tone, wide),
    line(path(wide * 0.42), colours.wood, wide * 0.15),
  );
};

/** Shavings on the bench, from large at the back to small in front. */
export const shavings: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const bench = h * random(0.52, 0.58);
  const columns = Math.max(3, Math.round(w / 215));
  const way = (): number => (random(0, 1) > 0.5 ? 1 : -1);
  const heap = times(columns, (index) => {
    const x = (w * (index + 0.5)) / columns + random(-30, 30);
    return curl(pen, x, bench + h * random(0.05, 0.14), random(66, 112), way());
  });
  const small = times(columns - 1, (index) =>
    curl(pen, (w * (index + random(0.3, 0.9))) / (columns - 1), h * random(0.82, 0.94), random(26, 46), way()),
  );
  return [
    rect(0, 0, w, h, colours.back),
    circle(w * random(0.25, 0.75), h * 0.32, h * 0.22, colours.shade),
    rect(0, bench, w, h - bench, colours.wood),
    rect(0, bench, w, 7, colours.light),
    line(grain(pen, {x: -20, y: bench + 14, w: w + 40, h: h - bench}, 8), colours.dark, 2.2, {opacity: 0.4}),
    ...heap,
    ...small,
  ].join('');
};

/** The plane itself, drawn on a field of 560 × 250 with its sole at the bottom. */
const planeBody = (pen: Pen): string => {
  const {colours} = pen;
  return [
    shape('M0 250V148Q0 132 18 132H540Q560 132 560 150V250Z', colours.wood),
    line(grain(pen, {x: 8, y: 140, w: 544, h: 104}, 6), colours.dark, 2.2, {opacity: 0.45}),
    shape('M0 236H560V250H0Z', colours.dark),
    shape('M214 132H330L284 216H262Z', colours.ink, {opacity: 0.75}),
    shape('M268 218L386 8L408 16L290 226Z', colours.pale),
    shape('M288 222L378 62L402 72L322 214Z', colours.accent),
    shape('M58 134C34 96 62 60 40 22C66 6 104 22 110 62C114 96 98 112 116 134Z', colours.dark),
    shape('M470 134C462 92 486 78 480 46C506 40 526 60 524 92C522 112 534 122 536 134Z', colours.dark),
  ].join('');
};

/** A wooden plane with its horn, at work on a board. */
export const plane: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const floor = h * 0.74;
  const scale = Math.min(w * 0.66, h * 0.98) / 560;
  const x = w * 0.5 - 280 * scale + random(-0.04, 0.04) * w;
  const curlAt = [x + 240 * scale, floor - 112 * scale] as const;
  return [
    rect(0, 0, w, h, colours.back),
    shape(
      blob(w * random(0.4, 0.65), h * 0.4, (angle) => h * (0.33 + 0.03 * Math.sin(3 * angle + random(0, 0.2)))),
      colours.shade,
    ),
    rect(0, floor, w, h, colours.light),
    rect(0, floor, w, 8, colours.pale),
    line(
      grain(pen, {x: -10, y: floor + 16, w: w + 20, h: h - floor}, 5, [w * random(0.1, 0.3), h * 0.88]),
      colours.dark,
      2.4,
      {opacity: 0.4},
    ),
    el('ellipse', {cx: x + 290 * scale, cy: floor + 6, rx: 300 * scale, ry: 12, fill: colours.ink, opacity: 0.25}),
    group(
      {transform: `translate(${Math.round(x)} ${Math.round(floor - 250 * scale)}) scale(${scale.toFixed(3)})`},
      planeBody(pen),
    ),
    curl(pen, curlAt[0], curlAt[1], 56 * scale, -1),
    curl(pen, x - 50 * scale, floor + 12, 34 * scale, -1),
    curl(pen, x + 640 * scale, floor + h * 0.11, 28 * scale),
  ].join('');
};

/** One chisel with its handle up; the blade ends in a bevel. */
const chisel = ({colours, random}: Pen, x: number, y: number, wide: number, long: number): string => {
  const handle = long * 0.42;
  const grip = Math.max(wide, 34) * 0.62;
  const tone = pick([colours.accent, colours.light, colours.wood, colours.light], random(0, 4));
  const [half, end] = [wide / 2, y + long];
  const bevel = random(24, 34);
  const body = `M${x - grip * 0.7} ${y}Q${x} ${y - 20} ${x + grip * 0.7} ${y}C${x + grip * 1.15} ${y + handle * 0.35} ${x + grip * 0.7} ${y + handle * 0.6} ${x + grip * 0.6} ${y + handle}H${x - grip * 0.6}C${x - grip * 0.7} ${y + handle * 0.6} ${x - grip * 1.15} ${y + handle * 0.35} ${x - grip * 0.7} ${y}Z`;
  const whole = body.replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number))));
  const neck = y + handle + 14;
  const blade = straight([
    [x - 7, neck],
    [x + 7, neck],
    [x + half, neck + 44],
    [x + half, end],
    [x - half, end],
    [x - half, neck + 44],
  ]);
  return (
    shape(whole + blade, colours.ink, {opacity: 0.25, transform: 'translate(12 10)'}) +
    shape(blade, colours.pale) +
    rect(x - half, end - bevel, wide, bevel, colours.light) +
    rect(x - half, neck + 44, wide * 0.18, end - bevel - neck - 44, colours.shade) +
    shape(whole, tone) +
    line(
      `M${Math.round(x - grip * 0.35)} ${Math.round(y + 14)}q-6 ${Math.round(handle * 0.4)} 2 ${Math.round(handle - 26)}`,
      colours.pale,
      4,
      {opacity: 0.35, 'stroke-linecap': 'round'},
    ) +
    rect(x - grip * 0.62, y + handle - 2, grip * 1.24, 18, colours.dark)
  );
};

/** Chisels in a rack on the wall, from narrow to wide. */
export const chisels: Motif = (pen) => {
  const {w, h, colours, random} = pen;
  const count = Math.max(4, Math.round(w / 128));
  const rack = h * 0.46;
  const falls = random(0, 1) > 0.5;
  const row = times(count, (index) => {
    const rank = falls ? count - 1 - index : index;
    const wide = 14 + (rank / count) * 62;
    const x = Math.round((w * (index + 0.75)) / (count + 0.5));
    const long = h * (0.62 + 0.12 * Math.sin(index * 1.7 + rack));
    return chisel(pen, x, Math.round(h * 0.16 + random(-8, 8)), wide, long);
  });
  const boards = times(w / 170 + 1, (index) => `M${Math.round(index * 170 - 40)} 0V${Math.round(h)}`).join('');
  return [
    rect(0, 0, w, h, colours.back),
    line(boards, colours.shade, 6),
    ...row,
    rect(0, rack + 10, w, h * 0.085, colours.ink, {opacity: 0.25}),
    rect(0, rack, w, h * 0.085, colours.wood),
    rect(0, rack, w, 6, colours.light),
    line(grain(pen, {x: -10, y: rack + 6, w: w + 20, h: h * 0.075}, 3), colours.dark, 2.2, {opacity: 0.45}),
  ].join('');
};

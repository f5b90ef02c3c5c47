/**
 * The map of the county. A field of small six-sided cells is dealt out to the neighborhoods; the
 * borders between them are cut into arcs at the points where three meet, and each arc is softened and
 * roughened once. Both neighbors use the same arc, so there is no gap and no overlap.
 */
import { stream } from './random.mjs';
import { places } from './places.mjs';

/** @typedef {[number, number]} Point */
/** @typedef {{ from: string, to: string, left: string, right: string, points: Point[] }} Arc */

const EDGE = 0.62; // km, side of a cell
const WIDTH = 40;
const HEIGHT = 30;
const SOUTH_WEST = { longitude: -91.84, latitude: 40.02 };
const OUTSIDE = '';

/** A slow wave over the plane, in about -1..1. */
const wave = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ phase) =>
  0.5 * Math.sin(0.31 * x + 0.22 * y + phase) +
  0.3 * Math.sin(-0.53 * x + 0.67 * y + 2.1 * phase) +
  0.2 * Math.sin(1.13 * x + 0.94 * y + 3.7 * phase);

/** The neighborhood of a spot, or OUTSIDE. */
function ownerAt(/** @type {number} */ x, /** @type {number} */ y) {
  const u = Math.abs((x - WIDTH / 2) / (WIDTH / 2 - 0.8));
  const v = Math.abs((y - HEIGHT / 2) / (HEIGHT / 2 - 0.8));
  if (u ** 2.7 + v ** 2.7 > 0.9 + 0.2 * wave(1.5 * x, 1.5 * y, 0.4)) return OUTSIDE;
  const wx = x + 1.9 * wave(x, y, 1.3);
  const wy = y + 1.9 * wave(x, y, 2.6);
  let best = OUTSIDE;
  let least = Infinity;
  for (const { id, seat, reach } of places) {
    const distance = Math.hypot(wx - seat[0], wy - seat[1]) / reach;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

/** Cells with their owner and six corners, counter-clockwise; corners are shared by name. */
function makeCells() {
  const chance = stream('map/corners');
  /** @type {Map<string, Point>} */
  const corners = new Map();
  const cells = [];
  for (let row = -2; row < HEIGHT / (1.5 * EDGE) + 2; row++)
    for (let column = -2; column < WIDTH / (Math.sqrt(3) * EDGE) + 2; column++) {
      const x = Math.sqrt(3) * EDGE * (column + (row & 1) / 2);
      const y = 1.5 * EDGE * row;
      const names = [];
      for (let k = 0; k < 6; k++) {
        const cx = x + EDGE * Math.cos(Math.PI / 6 + (k * Math.PI) / 3);
        const cy = y + EDGE * Math.sin(Math.PI / 6 + (k * Math.PI) / 3);
        const name = `${Math.round(cx * 100)}:${Math.round(cy * 100)}`;
        if (!corners.has(name))
          corners.set(name, [
            cx + 0.3 * EDGE * (chance.next() - 0.5),
            cy + 0.3 * EDGE * (chance.next() - 0.5)
          ]);
        names.push(name);
      }
      cells.push({ owner: ownerAt(x, y), names });
    }
  return { cells, corners };
}

/** Border edges as `from>to` with the owner on the left; the owner on the right is on `to>from`. */
function directedOwners(/** @type {ReturnType<typeof makeCells>['cells']} */ cells) {
  /** @type {Map<string, string>} */
  const owners = new Map();
  for (const { owner, names } of cells)
    for (let k = 0; k < 6; k++) owners.set(`${names[k]}>${names[(k + 1) % 6]}`, owner);
  return owners;
}

/** Softens the stairs of the cells and adds small bends; the ends stay where they are. */
function natural(
  /** @type {Point[]} */ points,
  /** @type {import('./random.mjs').Random} */ chance
) {
  let line = points;
  for (let pass = 0; pass < 2; pass++)
    line = line.map((point, i) => {
      if (i === 0 || i === line.length - 1) return point;
      const [before, after] = [line[i - 1], line[i + 1]];
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
    });
  /** @type {Point[]} */
  const rough = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const bend = 0.62 * (chance.next() - 0.5);
    rough.push([
      (a[0] + b[0]) / 2 - bend * (b[1] - a[1]),
      (a[1] + b[1]) / 2 + bend * (b[0] - a[0])
    ]);
    rough.push(b);
  }
  return rough;
}

const round5 = (/** @type {number} */ value) => Math.round(value * 1e5) / 1e5;

/** Kilometres from the corner to WGS84 degrees with five decimals, about one metre. */
const toDegrees = (/** @type {Point} */ [x, y]) =>
  /** @type {Point} */ ([
    round5(SOUTH_WEST.longitude + x / (111.32 * Math.cos((40.15 * Math.PI) / 180))),
    round5(SOUTH_WEST.latitude + y / 111.04)
  ]);

/** @returns {Arc[]} all borders, each once */
function makeArcs() {
  const { cells, corners } = makeCells();
  const owners = directedOwners(cells);
  /** @type {Map<string, string[]>} */
  const neighbors = new Map();
  for (const [edge, left] of owners) {
    const [from, to] = edge.split('>');
    if (left !== (owners.get(`${to}>${from}`) ?? OUTSIDE))
      for (const [a, b] of [
        [from, to],
        [to, from]
      ]) {
        const known = neighbors.get(a) ?? [];
        if (!known.includes(b)) neighbors.set(a, [...known, b]);
      }
  }
  const isJunction = (/** @type {string} */ name) => neighbors.get(name)?.length !== 2;
  const chance = stream('map/bends');
  const seen = new Set();
  const arcs = [];
  for (const start of [...neighbors.keys()].filter(isJunction))
    for (const first of neighbors.get(start) ?? []) {
      if (seen.has(`${start}>${first}`)) continue;
      const path = [start, first];
      while (!isJunction(path[path.length - 1]))
        path.push(
          /** @type {string} */ (
            neighbors.get(path[path.length - 1])?.find((name) => name !== path[path.length - 2])
          )
        );
      for (let i = 1; i < path.length; i++)
        seen.add(`${path[i - 1]}>${path[i]}`).add(`${path[i]}>${path[i - 1]}`);
      arcs.push({
        from: start,
        to: path[path.length - 1],
        left: owners.get(`${start}>${first}`) ?? OUTSIDE,
        right: owners.get(`${first}>${start}`) ?? OUTSIDE,
        points: natural(
          path.map((name) => /** @type {Point} */ (corners.get(name))),
          chance
        ).map(toDegrees)
      });
    }
  return arcs;
}

/** The closed ring around an owner, counter-clockwise as RFC 7946 asks of outer rings. */
function ringOf(/** @type {Arc[]} */ arcs, /** @type {(arc: Arc) => 1 | -1 | 0} */ side) {
  const parts = arcs
    .filter((arc) => side(arc) !== 0)
    .map((arc) =>
      side(arc) === 1
        ? { from: arc.from, to: arc.to, points: arc.points }
        : { from: arc.to, to: arc.from, points: [...arc.points].reverse() }
    );
  const ring = [...parts[0].points];
  let at = parts[0].to;
  for (let used = 1; used < parts.length; used++) {
    const next = parts.find((part) => part.from === at && part !== parts[0]);
    if (!next) throw new Error('The map has a neighborhood in two pieces: move its seat.');
    ring.push(...next.points.slice(1));
    at = next.to;
  }
  if (at !== parts[0].from) throw new Error('The map has an open border: move a seat.');
  return ring;
}

/** The river: the shortest way along inner borders from the north-west edge to the south-east edge. */
function riverAlong(/** @type {Arc[]} */ arcs) {
  const inner = arcs.filter((arc) => arc.left !== OUTSIDE && arc.right !== OUTSIDE);
  const outer = arcs.filter((arc) => arc.left === OUTSIDE || arc.right === OUTSIDE);
  const ends = outer.map((arc) => ({ name: arc.from, point: arc.points[0] }));
  const nearest = (/** @type {Point} */ [x, y]) => {
    const [lon, lat] = toDegrees([x, y]);
    return ends.reduce((best, end) =>
      Math.hypot(end.point[0] - lon, end.point[1] - lat) <
      Math.hypot(best.point[0] - lon, best.point[1] - lat)
        ? end
        : best
    ).name;
  };
  const source = nearest([0, 17]);
  const mouth = nearest([36, 4]);
  /** @type {Map<string, { length: number, points: Point[] }>} */
  const reached = new Map([[source, { length: 0, points: [] }]]);
  for (let round = 0; round < inner.length; round++)
    for (const arc of inner)
      for (const [a, b, points] of /** @type {[string, string, Point[]][]} */ ([
        [arc.from, arc.to, arc.points],
        [arc.to, arc.from, [...arc.points].reverse()]
      ])) {
        const before = reached.get(a);
        if (!before) continue;
        const length = before.length + points.length;
        if (length < (reached.get(b)?.length ?? Infinity))
          reached.set(b, {
            length,
            points: [...before.points, ...points.slice(before.points.length ? 1 : 0)]
          });
      }
  const course = reached.get(mouth)?.points;
  if (!course?.length) throw new Error('The river does not reach its mouth.');
  return course;
}

/** @returns {{ neighborhoods: object, outline: object, river: object }} three GeoJSON collections, WGS84 */
export function buildMap() {
  const arcs = makeArcs();
  const collection = (/** @type {object[]} */ features) => ({
    type: 'FeatureCollection',
    features
  });
  const feature = (/** @type {object} */ properties, /** @type {object} */ geometry) => ({
    type: 'Feature',
    properties,
    geometry
  });
  return {
    neighborhoods: collection(
      places.map(({ id, name }) =>
        feature(
          { id, name },
          {
            type: 'Polygon',
            coordinates: [ringOf(arcs, (arc) => (arc.left === id ? 1 : arc.right === id ? -1 : 0))]
          }
        )
      )
    ),
    outline: collection([
      feature(
        { id: 'sorrel_county', name: 'Sorrel County' },
        {
          type: 'Polygon',
          coordinates: [
            ringOf(arcs, (arc) => (arc.right === OUTSIDE ? 1 : arc.left === OUTSIDE ? -1 : 0))
          ]
        }
      )
    ]),
    river: collection([
      feature(
        { id: 'tansy_river', name: 'Tansy River' },
        { type: 'LineString', coordinates: riverAlong(arcs) }
      )
    ])
  };
}

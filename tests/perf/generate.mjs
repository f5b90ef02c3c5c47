// A seeded survey file of any size: the same bytes on every machine.
import { closeSync, openSync, writeSync } from 'node:fs';

/** mulberry32: a small generator with a full period of 2^32. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const neighborhoods = [
  'Ash Hollow',
  'Brickyard',
  'Cedar Flats',
  'Dockside',
  'East Fork',
  'Foundry Row',
  'Garnet Hill',
  'Harbor View',
  'Ironwood',
  'Juniper Bend',
  'Kiln Street',
  'Lower Mill'
];
const agreement = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree'
];
const frequency = ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'];
const races = ['White', 'Black or African American', 'Hispanic or Latino', 'Asian', 'Two or more'];
const barriers = ['Cost', 'Distance', 'Hours', 'Language', 'Child care', 'Did not know about it'];
const remarks = [
  'The bus comes once an hour, and "on time" means little.',
  'La renta subió otra vez; no queda nada para la comida.',
  'Need a clinic, a pharmacy and a park within walking distance.',
  'First line\nsecond line of the same answer',
  'Se necesita más información en español'
];

/** Columns in file order: heading and a cell by row number and a uniform draw. */
function columnsFor(count, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (cell, blank = 0.06) => {
    const draw = random();
    if (draw < blank) return '';
    if (draw < blank + 0.01) return 'Refused';
    return draw < blank + 0.02 ? "Don't know" : cell();
  };
  const pad = (value, width) => String(value).padStart(width, '0');
  const day = () =>
    `2024-${pad(1 + Math.floor(random() * 12), 2)}-${pad(1 + Math.floor(random() * 28), 2)}`;
  const time = () =>
    `${pad(Math.floor(random() * 24), 2)}:${pad(Math.floor(random() * 60), 2)}:${pad(Math.floor(random() * 60), 2)}`;
  let stratum = 0;
  const lead = [
    ['response_id', (i) => `R_${pad(i, 9)}`],
    ['start', () => `${day()} ${time()}`],
    ['end', () => `${day()} ${time()}`],
    ['stratum', () => `S${pad((stratum = Math.floor(random() * 24)), 2)}`],
    ['psu', () => `P${pad(stratum * 30 + Math.floor(random() * 30), 4)}`],
    ['weight', () => (0.2 + random() * 3.6).toFixed(4)],
    ['neighborhood', () => pick(neighborhoods)],
    ['zip', () => pad(1000 + Math.floor(random() * 40), 5)],
    ['age', () => (random() < 0.03 ? '-99' : String(18 + Math.floor(random() * 75)))],
    ['race', () => some(() => pick(races))],
    [
      'income',
      () =>
        some(() => `"${(12000 + Math.floor(random() * 140) * 1000).toLocaleString('en-US')}"`, 0.1)
    ],
    ['tenure', () => some(() => (random() < 0.45 ? 'Rent' : 'Own'))],
    ['language', () => (random() < 0.2 ? 'Español' : 'English')],
    ['household', () => String(1 + Math.floor(random() * 7))],
    ['interview_date', day],
    ['remark', () => (random() < 0.08 ? quoted(pick(remarks)) : '')]
  ];
  const more = Array.from({ length: Math.max(0, count - lead.length) }, (_, k) => {
    if (k % 11 === 10)
      return [`minutes_${k}`, () => some(() => String(Math.floor(random() * 120)))];
    if (k % 11 === 9)
      return [
        `barriers_${k}`,
        () => some(() => quoted(barriers.filter(() => random() < 0.3).join(', ')), 0.2)
      ];
    if (k % 11 === 8) return [`often_${k}`, () => some(() => pick(frequency))];
    return [`agree_${k}`, () => some(() => pick(agreement))];
  });
  return [...lead, ...more].slice(0, count);
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes the file; answers its size in bytes. */
export function generate(path, rows, columns, seed = 1) {
  const list = columnsFor(columns, seeded(seed));
  const file = openSync(path, 'w');
  let bytes = writeSync(file, `${list.map(([heading]) => heading).join(',')}\n`);
  let block = '';
  for (let i = 0; i < rows; i++) {
    let line = list[0][1](i);
    for (let c = 1; c < list.length; c++) line += `,${list[c][1](i)}`;
    block += `${line}\n`;
    if (block.length > 1 << 20 || i === rows - 1) {
      bytes += writeSync(file, block);
      block = '';
    }
  }
  closeSync(file);
  return bytes;
}

if (import.meta.url === `file://${process.argv[1]}`)
  process.stdout.write(
    `${generate(process.argv[2], Number(process.argv[3]), Number(process.argv[4] ?? 60))}\n`
  );

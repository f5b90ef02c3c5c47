import { fc, test } from '@fast-check/vitest';
import { describe, expect, test as rule } from 'vitest';
import { hasErrors } from '$lib/base/issue';
import { seededRandom } from '$lib/base/random';
import { bytesInMemory, textInMemory, type ByteSource } from './file/bytes';
import { readRecords } from './file/records';
import { normalisedPieces, textPieces } from './file/text-pieces';
import { inspectSurvey } from './inspect';

const SIZE = 65_536;

/** Counts what is asked of a file. */
function counted(source: ByteSource) {
  let bytes = 0;
  const counting: ByteSource = {
    ...source,
    read(offset, length) {
      const got = source.read(offset, length);
      bytes += got.length;
      return got;
    }
  };
  return { source: counting, bytes: () => bytes };
}

/** An inspection ends with a plan, or with an issue that says why there is none. */
function expectAnswer(bytes: Uint8Array): void {
  const { source, bytes: read } = counted(bytesInMemory(bytes));
  const { plan, inspection } = inspectSurvey({ main: source, name: 'noise.csv' });
  expect(plan !== null || hasErrors(inspection.issues)).toBe(true);
  // Encoding, head (twice), sample, whole file: nothing is read again and again.
  expect(read()).toBeLessThanOrEqual(bytes.length * 8);
}

function randomBytes(seed: number, alphabet: readonly number[] | null): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: SIZE }, () =>
    alphabet ? random.pick(alphabet) : random.integer(0, 255)
  );
}

describe('noise', () => {
  const codes = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
  test.prop([fc.integer()], { numRuns: 8 })('64 KB of random bytes end with an answer', (seed) => {
    expectAnswer(randomBytes(seed, null));
  });

  test.prop(
    [
      fc.integer(),
      fc.constantFrom('",\n', '"ab,;\n', '" x\n\r', '"\\x,\n', '"1,2\t|\n', '""""a\n')
    ],
    { numRuns: 12 }
  )('so do 64 KB of quotes, delimiters and line ends in disorder', (seed, alphabet) => {
    expectAnswer(randomBytes(seed, codes(alphabet)));
  });

  const piece = fc.constantFrom(
    '"',
    '""',
    '"x"y',
    'ab',
    ',',
    ',',
    '\n',
    '\n',
    '\r\n',
    ' ',
    '\\"',
    '"\n'
  );
  test.prop([fc.array(piece, { maxLength: 80 }), fc.integer({ min: 1, max: 30 }), fc.boolean()], {
    numRuns: 500
  })('disorder gives the same records at any piece size', (parts, size, backslashEscapes) => {
    const read = (pieceBytes: number) => {
      const pieces = textPieces(textInMemory(parts.join('')), 'utf-8', 0, pieceBytes);
      const seen: unknown[] = [];
      readRecords(
        normalisedPieces(pieces),
        { delimiter: ',', backslashEscapes, columns: 3 },
        (block) => {
          block.records.forEach((record, i) => seen.push([block.line(i), ...record]));
          seen.push(...block.faults.map((fault) => JSON.stringify(fault)));
        }
      );
      return seen.map((each) => JSON.stringify(each)).sort();
    };
    expect(read(size)).toEqual(read(1 << 20));
  });
});

describe('work grows with the file, not with its square', () => {
  const cpu = (work: () => void): number => {
    let least = Infinity;
    for (let round = 0; round < 3; round++) {
      const before = process.cpuUsage();
      work();
      least = Math.min(least, process.cpuUsage(before).user);
    }
    return Math.max(least, 4_000);
  };

  const traps: [string, string, string][] = [
    ['stray quotes on every line', '', '"x"y\n'],
    ['an open quote on every line', '', '"abc\n'],
    ['stray quotes in every cell', '', '"x"y,'],
    ['cells that open where others close', '', '"x"y\n",'],
    ['nothing but quotes', '', '"'],
    ['doubled quotes on every line', '', '"a""b\n'],
    ['quotes and blanks', '', '"x"   '],
    ['escaped quotes', '', '"x\\"y\n'],
    ['one quote that never closes', 'a,b\n1,"open\n', '2,text\n'],
    ['one quote that never closes, then quoted cells', 'a,b\n1,"open\n', '2,"text"\n'],
    ['line ends of one character', '', '\r'],
    ['a single line', '', 'word '],
    ['a single line of cells', '', 'word,']
  ];
  rule.each(traps)('%s', (_name, start, unit) => {
    const read = (size: number) => () => {
      const text = start + unit.repeat(Math.ceil(size / unit.length));
      readRecords(
        normalisedPieces(textPieces(textInMemory(text), 'utf-8', 0)),
        { delimiter: ',', backslashEscapes: unit.includes('\\'), columns: 2 },
        () => true
      );
    };
    // Eight times the text: 8 when linear, 64 when quadratic.
    expect(cpu(read(8 * SIZE)) / cpu(read(SIZE))).toBeLessThan(24);
  });
});

import type { Random } from '$lib/base/random';

/** One way a file comes to harm between the tool that wrote it and the person who imports it. */
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const bytesOf = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));
const place = (bytes: Uint8Array, random: Random): number => random.integer(0, bytes.length);

function spliced(bytes: Uint8Array, at: number, remove: number, insert: ArrayLike<number>) {
  const rest = Math.max(0, bytes.length - at - remove);
  const result = new Uint8Array(at + insert.length + rest);
  result.set(bytes.subarray(0, at));
  result.set(insert, at);
  result.set(bytes.subarray(bytes.length - rest), at + insert.length);
  return result;
}

const swapped = (bytes: Uint8Array, from: number, to: number): Uint8Array =>
  bytes.map((byte) => (byte === from ? to : byte));

/** Drops every byte of a kind, or now and then one of them. */
function without(bytes: Uint8Array, byte: number, random: Random): Uint8Array {
  const share = random.pick([1, 0.1, 0.01]);
  return bytes.filter((each) => each !== byte || random.next() >= share);
}

const mutations: Record<string, Mutation> = {
  'flip bytes': (bytes, random) => {
    const result = bytes.slice();
    for (let i = random.integer(1, 20); i > 0 && result.length > 0; i--)
      result[random.integer(0, result.length - 1)] = random.integer(0, 255);
    return result;
  },
  'cut the end': (bytes, random) => bytes.slice(0, place(bytes, random)),
  'cut the beginning': (bytes, random) => bytes.slice(place(bytes, random)),
  'cut a block': (bytes, random) =>
    spliced(bytes, place(bytes, random), random.integer(1, 2000), []),
  'repeat a block': (bytes, random) => {
    const at = place(bytes, random);
    return spliced(bytes, at, 0, bytes.slice(at, at + random.integer(1, 2000)));
  },
  'glue two files': (bytes, _random, other) => spliced(bytes, bytes.length, 0, other),
  'drop a file into another': (bytes, random, other) =>
    spliced(bytes, place(bytes, random), 0, other.slice(0, random.integer(1, 3000))),
  'swap delimiters': (bytes, random) => {
    const [from = 44, to = 59] = random.shuffle(bytesOf(',;\t|'));
    return swapped(bytes, from, to);
  },
  'lose quotes': (bytes, random) => without(bytes, 34, random),
  'lose line ends': (bytes, random) => without(bytes, random.pick([10, 13]), random),
  'other line ends': (bytes, random) => swapped(bytes, 10, random.pick([13, 32, 0])),
  'insert quotes, delimiters, line ends': (bytes, random) => {
    let result = bytes;
    for (let i = random.integer(1, 12); i > 0; i--)
      result = spliced(result, place(result, random), 0, [random.pick(bytesOf('"\'",;\t|\n\r\\'))]);
    return result;
  },
  'insert NUL': (bytes, random) =>
    spliced(bytes, place(bytes, random), 0, new Uint8Array(random.pick([1, 2, 500]))),
  'insert invisible characters': (bytes, random) =>
    spliced(
      bytes,
      place(bytes, random),
      0,
      random.pick([
        [0xef, 0xbb, 0xbf],
        [0xc2, 0xa0],
        [0xe2, 0x80, 0x8b],
        [0xef, 0xbf, 0xbd]
      ])
    ),
  'one byte a character': (bytes) =>
    Uint8Array.from(new TextDecoder().decode(bytes), (c) => c.charCodeAt(0) & 0xff),
  'decoded twice': (bytes) =>
    new TextEncoder().encode(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  'two bytes a character': (bytes, random) => {
    const result = new Uint8Array(bytes.length * 2);
    const low = random.integer(0, 1);
    bytes.forEach((byte, i) => (result[i * 2 + low] = byte));
    return result;
  },
  'lines in disorder': (bytes, random) => {
    const lines = new TextDecoder('latin1').decode(bytes).split('\n');
    return new TextEncoder().encode(random.shuffle(lines).join('\n'));
  },
  'a byte too many in front': (bytes, random) =>
    spliced(bytes, 0, 0, random.pick([[0xff, 0xfe], [0xfe, 0xff], [0x50], [0x22], [0x0a], [0x1f]]))
};

const names = Object.keys(mutations);

/** A file after one to three kinds of harm, with their names. */
export function mutate(
  bytes: Uint8Array,
  other: Uint8Array,
  random: Random
): { bytes: Uint8Array; done: string[] } {
  let result = bytes;
  const done: string[] = [];
  for (let i = random.pick([1, 2, 3], [5, 3, 2]); i > 0; i--) {
    const name = random.pick(names);
    result = mutations[name]?.(result, random, other) ?? result;
    done.push(name);
  }
  return { bytes: result, done };
}

import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MISSING_DAY, type ChunkValues } from '$lib/survey/sink';
import { ChunkError, decodeChunk, decodeReasons, encodeChunk, encodeReasons } from './column-codec';

/** Through the bytes and back, at an odd address as a database may hand them out. */
function roundTrip(values: ChunkValues, rows: number): ChunkValues {
  const { encoding, data } = encodeChunk(values);
  const shifted = new Uint8Array(data.length + 1);
  shifted.set(data, 1);
  return decodeChunk(encoding, rows, shifted.subarray(1));
}

const numbers = fc.array(
  fc.oneof(
    fc.double(),
    fc.integer({ min: -200, max: 200 }),
    fc.integer(),
    fc.constantFrom(NaN, -0, 2 ** 53, -(2 ** 31))
  ),
  { maxLength: 200 }
);

describe('a chunk of a column', () => {
  test.prop([numbers])('gives every number back, missing and negative zero included', (list) => {
    const back = roundTrip({ kind: 'numeric', values: Float64Array.from(list) }, list.length);
    expect(back.kind === 'numeric' && [...back.values]).toEqual(list);
  });

  test.prop([fc.array(fc.nat({ max: 2 ** 32 - 1 }), { maxLength: 100 })])(
    'gives every code back',
    (list) => {
      const back = roundTrip({ kind: 'categorical', codes: Uint32Array.from(list) }, list.length);
      expect(back.kind === 'categorical' && [...back.codes]).toEqual(list);
    }
  );

  test.prop([fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat({ max: 255 })))])(
    'gives every reason back, however few there are',
    (list) => {
      const { encoding, data } = encodeReasons(Uint8Array.from(list));
      expect([...decodeReasons(encoding, list.length, data)]).toEqual(list);
    }
  );

  test.prop([fc.array(fc.oneof(fc.integer({ min: MISSING_DAY, max: 2 ** 31 - 1 })))])(
    'gives every day back',
    (list) => {
      const back = roundTrip({ kind: 'days', days: Int32Array.from(list) }, list.length);
      expect(back.kind === 'days' && [...back.days]).toEqual(list);
    }
  );

  test.prop([numbers])('gives every instant back', (list) => {
    const back = roundTrip({ kind: 'instants', instants: Float64Array.from(list) }, list.length);
    expect(back.kind === 'instants' && [...back.instants]).toEqual(list);
  });

  test.prop([fc.array(fc.string({ unit: 'binary' }), { maxLength: 300 }), fc.nat(5)])(
    'gives every text back',
    (texts, missing) => {
      const pieces = texts.map((text) => new TextEncoder().encode(text));
      const bytes = new Uint8Array(Buffer.concat(pieces));
      let end = 0;
      const ends = Uint32Array.from(pieces, (piece) => (end += piece.length));
      const codes = Uint16Array.from(
        [...texts.keys(), ...Array<number>(missing).fill(-1)],
        (i) => i + 1
      );
      const back = roundTrip({ kind: 'text', codes, bytes, ends }, codes.length);
      if (back.kind !== 'text') throw new Error(back.kind);
      expect([...back.codes]).toEqual([...codes]);
      expect([...back.ends]).toEqual([...ends]);
      expect([...back.bytes]).toEqual([...bytes]);
    }
  );

  test('is held in the narrowest width its values need', () => {
    const encoding = (values: ChunkValues) => encodeChunk(values).encoding;
    const numeric = (...list: number[]) =>
      encoding({ kind: 'numeric', values: Float64Array.from(list) });
    const codes = (...list: number[]) =>
      encoding({ kind: 'categorical', codes: Uint32Array.from(list) });
    expect([numeric(NaN, 3, -128), numeric(200), numeric(40_000), numeric(0.5)]).toEqual([
      'i8',
      'i16',
      'i32',
      'f64'
    ]);
    expect([codes(0, 255), codes(256), codes(70_000)]).toEqual(['u8', 'u16', 'u32']);
  });

  test('of reasons that hardly any row has takes next to no room', () => {
    const reasons = new Uint8Array(65_536);
    reasons[60_000] = 255;
    expect(encodeReasons(reasons)).toMatchObject({ encoding: 'rare', data: { length: 9 } });
    expect(encodeReasons(reasons.fill(1)).encoding).toBe('u8');
  });

  test('with bytes missing is refused, not read as something else', () => {
    const { encoding, data } = encodeChunk({ kind: 'numeric', values: Float64Array.of(1, 2, 3) });
    expect(() => decodeChunk(encoding, 3, data.subarray(0, data.length - 1))).toThrow(ChunkError);
    expect(() => decodeChunk('u16', 3, new Uint8Array(5))).toThrow(ChunkError);
  });
});

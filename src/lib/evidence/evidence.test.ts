import { describe, expect, test } from 'vitest';
import { cellName, contrastName, parseCellName } from './cell-name';
import { checkClaim } from './check-claim';
import { mayMove, movesFrom } from './claim-status';
import { parseClaim, slotsOf } from './claim-template';
import { driftBetween } from './drift';
import type { SnapshotEstimate } from './snapshot';

const estimate = (over: Partial<SnapshotEstimate> = {}): SnapshotEstimate => ({
  cell: 'tenure=rent',
  stat: 'proportion',
  estimate: 0.38,
  ciLow: 0.33,
  ciHigh: 0.43,
  n: 612,
  suppressed: false,
  tested: false,
  ...over
});
const gap = estimate({ cell: 'tenure=rent|tenure=own', stat: 'difference', tested: true });
const codes = (issues: { code: string }[]): string[] => issues.map((issue) => issue.code);

describe('cell names', () => {
  test('the order of dimensions does not matter', () => {
    expect(cellName({ wave: '2026', tenure: 'rent' })).toBe(
      cellName({ tenure: 'rent', wave: '2026' })
    );
  });
  test('a name reads back to its cell, signs and all', () => {
    const cell = { 'a&b': 'x=y|z', c: 'ñ' };
    expect(parseCellName(cellName(cell))).toEqual(cell);
    expect(parseCellName('')).toEqual({});
  });
  test('a pair is told from a cell', () => {
    expect(contrastName({ t: 'a' }, { t: 'b' })).toBe('t=a|t=b');
  });
});

describe('a claim', () => {
  test('is words and slots', () => {
    expect(parseClaim('{{a.value}} of renters ({{ a.range }}).')).toEqual([
      { kind: 'slot', slot: 'a', field: 'value' },
      { kind: 'words', text: ' of renters (' },
      { kind: 'slot', slot: 'a', field: 'range' },
      { kind: 'words', text: ').' }
    ]);
    expect(slotsOf('{{a.value}} {{b.value}} {{a.range}}')).toEqual(['a', 'b']);
  });
  test('takes its numbers from slots only', () => {
    expect(checkClaim('{{a.value}} of renters skipped meals.', 'level', { a: estimate() })).toEqual(
      []
    );
    expect(codes(checkClaim('38% of renters skipped meals.', 'level', {}))).toEqual([
      'claim-without-slot',
      'number-unbound'
    ]);
    expect(
      codes(checkClaim('{{a.value}}, or half of renters.', 'level', { a: estimate() }))
    ).toEqual(['number-unbound']);
  });
  test('cannot rest on a number that is hidden or not there', () => {
    expect(codes(checkClaim('{{a.value}} of renters.', 'level', {}))).toEqual(['slot-unbound']);
    const hidden = estimate({ suppressed: true, estimate: null });
    expect(codes(checkClaim('{{a.value}} of renters.', 'level', { a: hidden }))).toEqual([
      'slot-suppressed'
    ]);
  });
  test('compares only what was tested', () => {
    const words = 'More renters than owners skipped meals: the gap is {{g.value}}.';
    expect(checkClaim(words, 'comparison', { g: gap })).toEqual([]);
    expect(codes(checkClaim(words, 'comparison', { g: { ...gap, tested: false } }))).toEqual([
      'comparison-not-tested'
    ]);
  });
  test('says most only of a share that is above one half with its whole range', () => {
    const words = 'Most renters, {{a.value}}, skipped meals.';
    expect(codes(checkClaim(words, 'level', { a: estimate() }))).toEqual(['majority-not-shown']);
    expect(checkClaim(words, 'level', { a: estimate({ ciLow: 0.51 }) })).toEqual([]);
  });
  test('names no cause and no rank', () => {
    expect(
      codes(checkClaim('Rent caused {{a.value}} to skip meals.', 'level', { a: estimate() }))
    ).toEqual(['cause-claimed']);
    expect(
      codes(checkClaim('The highest share, {{a.value}}.', 'level', { a: estimate() }))
    ).toEqual(['rank-not-shown']);
  });
  test('is approved only after a check, and never after it was retracted', () => {
    expect(mayMove('draft', 'approved')).toBe(false);
    expect(mayMove('checked', 'approved')).toBe(true);
    expect(movesFrom('retracted')).toEqual([]);
  });
});

describe('drift on a new dataset version', () => {
  test('the same whole percent is none, inside the old range is minor, outside is material', () => {
    const old = [estimate()];
    expect(driftBetween(old, [estimate({ estimate: 0.382 })])).toBe('none');
    expect(driftBetween(old, [estimate({ estimate: 0.41 })])).toBe('minor');
    expect(driftBetween(old, [estimate({ estimate: 0.45 })])).toBe('material');
  });
  test('a number that is now hidden, or gone, or no longer tested, is material', () => {
    expect(driftBetween([estimate()], [estimate({ suppressed: true, estimate: null })])).toBe(
      'material'
    );
    expect(driftBetween([estimate()], [])).toBe('material');
    expect(driftBetween([gap], [{ ...gap, tested: false }])).toBe('material');
  });
});

import { describe, expect, test } from 'vitest';
import { checkHeadline } from './check-headline';
import { exhibitLabel } from './exhibit-label';
import { offeredSlots } from './offered-slots';
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
  test('of areas never tells of people who', () => {
    const area = estimate({ cell: 'area=mill-bend' });
    const people = 'In Mill Bend, {{a.value}} of people who rent skipped meals.';
    expect(codes(checkClaim(people, 'level', { a: area }, [], ['area']))).toContain(
      'areas-not-people'
    );
    const pair = estimate({ cell: 'area=a|area=b', stat: 'difference', tested: true });
    const spanish = 'La brecha es {{a.value}} entre quienes alquilan.';
    expect(codes(checkClaim(spanish, 'comparison', { a: pair }, [], ['area']))).toContain(
      'areas-not-people'
    );
    const said = '{{a.value}} of adults in Mill Bend skipped meals.';
    expect(checkClaim(said, 'level', { a: area }, [], ['area'])).toEqual([]);
    expect(checkClaim(people, 'level', { a: estimate() }, [], ['area'])).toEqual([]);
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

describe('an exhibit', () => {
  test('is called by its number, later versions by a letter after it', () => {
    expect([1, 2, 3, 27, 28].map((version) => exhibitLabel(3, version))).toEqual([
      '3',
      '3a',
      '3b',
      '3z',
      '3aa'
    ]);
  });
  test('has a headline that says no more than the figure supports', () => {
    const support = {
      printed: ['38%', '33–43%', '612 answers'],
      names: ['Age 18 to 34', '3'],
      tested: false,
      majority: false
    };
    const check = (title: string, more = {}) =>
      codes(checkHeadline(title, { ...support, ...more }));
    expect(check('38% of renters skipped meals')).toEqual([]);
    expect(check('Age 18 to 34: 38% skipped meals')).toEqual([]);
    expect(check('33% skipped meals')).toEqual([]);
    expect(check('3% skipped meals')).toEqual(['title-number']);
    expect(check('More renters skipped meals')).toEqual(['comparison-not-tested']);
    expect(check('More renters skipped meals', { tested: true })).toEqual([]);
    expect(check('Most renters skipped meals')).toEqual(['majority-not-shown']);
    expect(check('The highest share')).toEqual(['rank-not-shown']);
  });
});

describe('slots offered to a claim', () => {
  test('are the shown cells and the tested gaps between them, under stable names', () => {
    const own = estimate({ cell: 'tenure=own', estimate: 0.19 });
    const hidden = estimate({ cell: 'tenure=other', estimate: null, suppressed: true });
    const untested = estimate({ cell: 'tenure=own|tenure=rent', stat: 'difference' });
    const offered = offeredSlots([estimate(), own, hidden, gap, untested]);
    expect(Object.keys(offered)).toEqual(['a', 'b', 'gap_a_b']);
    expect(offered['gap_a_b']).toBe(gap);
  });
  test('name all others where a gap is against the rest', () => {
    const rest = { ...gap, cell: contrastName({ tenure: 'rent' }, { tenure: 'rest:rent' }) };
    expect(Object.keys(offeredSlots([estimate(), rest]))).toEqual(['a', 'gap_a_rest']);
  });
  test('let no name hide a number', () => {
    const bound = { a: estimate() };
    expect(
      codes(
        checkClaim('{{a.value}}, or 38%, of Age 18 to 34.', 'level', bound, ['Age 18 to 34', '38'])
      )
    ).toEqual(['number-unbound']);
  });
});

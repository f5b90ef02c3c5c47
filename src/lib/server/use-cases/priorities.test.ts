import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { countyWith } from './county.fixture';
import { needsList } from './needs';
import { prioritiesOf, quadrantsOf, type Priorities } from './priorities';
import { viewBoard } from './priority-view';
import { viewQuadrants } from './quadrant-view';
import { rateNeed, ratedNeeds } from './rate-needs';
import { viewSeverity } from './severity-view';

let access: Access;
let waveId: string;
let found: Priorities;

const read = (): Priorities => {
  const priorities = prioritiesOf(access, waveId);
  if (!priorities.ok) throw new Error(JSON.stringify(priorities.issues));
  return priorities.value;
};

beforeAll(() => {
  const county = countyWith('2026');
  access = { ...county.access, userId: 'user-1' };
  waveId = county.waves['2026']!;
  found = read();
});

const open = {
  propriety: 'yes',
  economics: 'yes',
  acceptability: 'yes',
  resources: 'yes',
  legality: 'yes'
} as const;
const rate = (who: string, needKey: string, seriousness: number, effectiveness: number) =>
  rateNeed(
    { ...access, userId: who },
    { waveId, needKey, rating: { seriousness, effectiveness, pearl: open, reason: '' } }
  );

describe('methods over the sample county', () => {
  const board = (family: 'need' | 'service') => found.boards.find((one) => one.family === family)!;

  test('unmet need has the numbers and likely ranks of the list of needs', () => {
    const needs = needsList(access, waveId);
    if (!needs.ok) throw new Error('no needs');
    const [method] = board('need').methods;
    expect(method!.methodId).toBe('unmet-need');
    for (const cell of method!.table.cells) {
      const same = needs.value.cells.find(({ at }) => at.need === cell.at.item)!;
      expect(cell.value).toBe(same.value);
      expect(cell.low).toBe(same.low);
      expect(cell.n).toBe(same.n);
      const rank = needs.value.ranks.find(({ at }) => at.need === cell.at.item)!;
      const own = method!.table.ranks.find(({ at }) => at.item === cell.at.item)!;
      expect([own.from, own.to, own.of]).toEqual([rank.from, rank.to, rank.of]);
    }
  });

  test('parts of the deprivation index add up to 1', () => {
    const method = board('need').methods.find(({ methodId }) => methodId === 'deprivation')!;
    const sum = method.table.cells.reduce((total, { value }) => total + (value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 2);
    expect(method.kept).toBeGreaterThan(0.5);
    expect(method.kept).toBeLessThan(1);
  });

  test('every method puts help with housing first among services, surely', () => {
    const { agreement, methods } = board('service');
    expect(methods.map(({ methodId }) => methodId)).toEqual([
      'importance-satisfaction',
      'borich',
      'ranked-discrepancy'
    ]);
    for (const { table } of methods)
      expect(table.ranks.find(({ at }) => at.item === 'sat_housing')).toMatchObject({
        from: 1,
        to: 1
      });
    expect(agreement.surelyTop).toContain('sat_housing');
    expect(agreement.pairs.every(({ kendall }) => kendall! > 0.8)).toBe(true);
  });

  test('severity falls from step to step, and the phase is the highest a fifth reach', () => {
    const { table, phase } = found.severity!;
    const values = table.cells.map(({ value }) => value!);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(phase?.phase).toBe(4);
  });

  test('a method without its inputs says what is missing', () => {
    expect(board('need').lacking).toEqual([{ methodId: 'hanlon', code: 'priority-no-ratings' }]);
  });

  test('help with housing is where to concentrate; near the lines nothing is decided', () => {
    const quadrants = quadrantsOf(access, waveId, { crosshair: 'means', target: null });
    if (!quadrants.ok) throw new Error('no quadrants');
    const at = (key: string) => quadrants.value.stated.points.find((point) => point.key === key);
    expect(at('sat_housing')).toMatchObject({ quadrant: 'concentrate', isUndetermined: false });
    expect(at('sat_clinics')?.isUndetermined).toBe(true);
  });
});

describe('in words', () => {
  test('every item has a row, every method a column, in both languages', () => {
    for (const language of ['en', 'es'] as const)
      for (const board of found.boards) {
        const view = viewBoard(board, language, null);
        expect(view.rows).toHaveLength(board.items.length);
        for (const { scores } of view.rows) expect(scores).toHaveLength(board.methods.length);
        expect(view.figure?.model.rows.length).toBe(board.items.length);
        expect(view.agreement.length).toBeGreaterThan(0);
        expect(JSON.stringify(view)).not.toMatch(/undefined|NaN/);
      }
  });
  test('the likely ranks stand first to last', () => {
    const view = viewBoard(found.boards[0]!, 'en', 'severity');
    expect(view.figure?.methodId).toBe('severity');
    const ranks = view.figure!.model.rows.map(({ value }) => value!);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
  test('people in need come with their range', () => {
    const view = viewSeverity(found, 'en')!;
    expect(view.rows[1]!.people).toMatch(/^\d{2,3},000 \(\d{2,3},000 to \d{2,3},000\)$/);
  });
  test('stated and derived importance stand side by side, with the sentence that they disagree', () => {
    const view = viewQuadrants(access, waveId, { crosshair: 'means', target: null }, 'en')!;
    expect(view.planes.map(({ id }) => id)).toEqual(['stated', 'derived']);
    const derived = view.planes[1]!;
    expect(derived.notes[0]).toContain('recommend living here');
    expect(derived.notes.join(' ')).toMatch(/disagree in practice.*differs for \d of 8 services/);
    for (const { importance } of derived.rows) expect(importance).toMatch(/^0\.\d\d \(0\.\d+/);
  });
  test('targets that were not given place nothing', () => {
    const view = viewQuadrants(access, waveId, { crosshair: 'target', target: null }, 'en')!;
    for (const { lines, rows } of view.planes) {
      expect(lines).toBe('Enter both targets to place the services.');
      expect(rows.every(({ quadrant }) => quadrant === '')).toBe(true);
    }
  });
});

describe('ratings', () => {
  test('outside the scale, without a reason for a closed gate, or of no need: refused', () => {
    const asked = (rating: object, needKey = 'unmet-need:rent') =>
      rateNeed(access, {
        waveId,
        needKey,
        rating: { seriousness: 5, effectiveness: 5, pearl: open, reason: '', ...rating }
      });
    const codes = (result: ReturnType<typeof asked>) =>
      result.ok ? [] : result.issues.map(({ code }) => code);
    expect(codes(asked({ seriousness: 21 }))).toEqual(['rating-out-of-range']);
    expect(codes(asked({ effectiveness: NaN }))).toEqual(['rating-out-of-range']);
    expect(codes(asked({ pearl: { ...open, legality: 'no' } }))).toEqual(['reason-missing']);
    expect(codes(asked({}, 'unmet-need:nothing'))).toEqual(['not-here']);
  });

  test('join the sizes of the survey in the Hanlon rating; a second rating replaces the first', () => {
    rate('user-1', 'unmet-need:rent', 1, 1);
    rate('user-1', 'unmet-need:rent', 12, 6);
    rate('user-2', 'unmet-need:rent', 14, 6);
    rate('user-1', 'unmet-need:food', 20, 10);
    const needs = ratedNeeds(access, waveId);
    expect(needs.find(({ key }) => key === 'unmet-need:rent')).toMatchObject({
      own: { seriousness: 12 },
      summary: { raters: 2, seriousness: { median: 13 } }
    });
    const hanlon = read().boards[0]!.methods.find(({ methodId }) => methodId === 'hanlon')!;
    const rent = hanlon.table.cells.find(({ at }) => at.item === 'unmet-need:rent')!;
    // 41.4% has size 9 + ln(.4144 / .25) / ln 4 = 9.365; (9.365 + 13) x 6 / 3 = 44.7
    expect(rent.value).toBeCloseTo(44.7, 1);
    expect(hanlon.leftOut).toHaveLength(8);
    expect(hanlon.table.ranks.find(({ at }) => at.item === 'unmet-need:food')).toMatchObject({
      from: 1,
      to: 1,
      of: 2
    });
  });
});

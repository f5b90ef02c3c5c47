import { beforeAll, describe, expect, test } from 'vitest';
import { inventory } from '$lib/indicators';
import { published } from '$lib/indicators/example-benchmark';
import { findCell } from '$lib/privacy/release';
import type { Access } from '$lib/server/access/access';
import { listMappings } from '$lib/server/db/queries/indicator-mapping';
import { listBenchmarks, listReviews } from '$lib/server/db/queries/indicator-inputs';
import { testAccess } from '$lib/server/db/version.fixture';
import { sourceLine } from '$lib/text/source-line';
import { textFor } from '$lib/text/text';
import { addForm, addMeasure } from './add-measure';
import { countyWith } from './county.fixture';
import {
  assessmentOf,
  removeBenchmark,
  removeReview,
  saveBenchmarks,
  saveReviews
} from './indicator-inputs';
import { indicatorTable } from './indicator-table';
import { inventoryRow, inventoryRows } from './inventory';
import { listInstances, saveMapping } from './mapping';

let access: Access;
let wave: string;

beforeAll(() => {
  const county = countyWith('2026');
  access = county.access;
  wave = county.waves['2026']!;
});

const tableOf = (instanceKey: string, withArea = false) => {
  const result = indicatorTable(access, { waves: [wave], instanceKey, group: null, withArea });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.table;
};
const valueOf = (instanceKey: string) => findCell(tableOf(instanceKey), {})!.value!;

describe('the inventory of a workspace', () => {
  test('is whole, whatever has been imported', () => {
    expect(inventoryRows(access).map(({ facts }) => facts.id)).toEqual(
      inventory.map(({ id }) => id)
    );
    expect(inventoryRows(testAccess()).every(({ standing }) => standing.state === 'missing')).toBe(
      true
    );
  });
  test('says what is measured, what waits for a look, and what is missing', () => {
    const standing = (id: string) => inventoryRow(access, id)!.standing;
    expect(standing('unmet-need-rate')).toMatchObject({ state: 'measured' });
    expect(standing('income-slope')).toMatchObject({ state: 'measured' });
    expect(standing('deprivation-index')).toMatchObject({ state: 'mappable', why: 'unsure' });
    expect(standing('supply-need-ratio')).toMatchObject({ why: 'no-benchmark', kind: 'supply' });
    expect(standing('policy-strength')).toMatchObject({ why: 'no-records', records: 'reviews' });
    expect(inventoryRow(access, 'nothing')).toBeNull();
  });
  test('every mapping carries its level and the rule that decided it', () => {
    const levels = new Set(
      listMappings(access, wave).map((one) => `${one.level} ${one.levelRule}`)
    );
    expect([...levels].toSorted()).toEqual(['macro L1', 'macro L3', 'mezzo L2']);
  });
});

describe('published numbers', () => {
  test('make a measure possible that stands beside them, with their source in its line', () => {
    expect(listInstances(access, wave).map(({ key }) => key)).not.toContain(
      'supply-need-ratio:rent'
    );
    const people = valueOf('people-in-need:rent');
    const number = published('supply', 600, { topic: 'rent', source: 'Shelter report' });
    expect(saveBenchmarks(access, [number])).toEqual({ ok: true, value: { saved: 1 } });
    const table = tableOf('supply-need-ratio:rent');
    // 100 x 600 over the people in need; both are rounded to three digits
    expect(findCell(table, {})!.value! / ((100 * 600) / people)).toBeCloseTo(1, 2);
    expect(table.subject.level).toBe('macro');
    const line = sourceLine(table.sources, table.method, 0, textFor('en'), 'en');
    expect(line).toContain('Shelter report (2024)');
  });
  test('of the same kind, topic, place and date replace the earlier one', () => {
    saveBenchmarks(access, [published('supply', 1200, { topic: 'rent', source: 'Corrected' })]);
    expect(listBenchmarks(access).filter(({ kind }) => kind === 'supply')).toMatchObject([
      { value: 1200, source: 'Corrected' }
    ]);
  });
  test('of districts make people per district, and only where the number is known', () => {
    const shares = tableOf('unmet-need:rent', true);
    const area = shares.dimensions[0]!.id;
    const [known, other] = shares.cells.filter(({ at, value }) => at[area] && value !== null);
    saveBenchmarks(access, [published('population', 10_000, { place: known!.at[area]! })]);
    const table = tableOf('constituents-affected:rent', true);
    const people = findCell(table, known!.at)!.value!;
    expect(people / (10_000 * known!.value!)).toBeCloseTo(1, 1);
    expect(findCell(table, other!.at)!.value).toBeNull();
    expect(findCell(table, {})!.value).toBeNull();
  });
  test('a share beside a survey gives the gap in points', () => {
    const share = valueOf('prevalence:skipped-meals');
    saveBenchmarks(access, [
      published('share', 0.1, { topic: 'skipped-meals', moe: 0.01, source: 'State survey' })
    ]);
    expect(valueOf('benchmark-gap:skipped-meals')).toBeCloseTo(100 * (share - 0.1), 0);
  });
  test('that say enrolled are not taken for those in need before a person agrees', () => {
    saveBenchmarks(access, [published('enrolled', 300, { topic: 'food' })]);
    const found = listMappings(access, wave).find(({ key }) => key === 'take-up:food');
    expect(found?.state).toBe('unsure');
    expect(listInstances(access, wave).map(({ key }) => key)).not.toContain('take-up:food');
  });
  test('taken away leave the measure refused, with the kind it lacks', () => {
    for (const { id, kind } of listBenchmarks(access))
      if (kind === 'supply') expect(removeBenchmark(access, id).ok).toBe(true);
    const result = indicatorTable(access, {
      waves: [wave],
      instanceKey: 'supply-need-ratio:rent',
      group: null,
      withArea: false
    });
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'benchmark-missing', params: { kind: 'supply' } }
    ]);
    expect(inventoryRow(access, 'supply-need-ratio')!.standing.state).toBe('missing');
  });
  test('of another workspace are not seen and not removed', () => {
    const [row] = listBenchmarks(access);
    const stranger = { ...access, workspaceId: 'elsewhere' };
    expect(listBenchmarks(stranger)).toEqual([]);
    expect(removeBenchmark(stranger, row!.id).ok).toBe(false);
  });
});

describe('readings of policies', () => {
  const reading = (coder: string, clause: string, score: number) => ({
    policy: 'Rent relief ordinance',
    kind: 'strength' as const,
    clause,
    coder,
    score,
    document: 'Ordinance 12',
    date: '2026-01-05',
    note: ''
  });
  test('give a score with its document and how far two readers agree', () => {
    saveReviews(access, [
      reading('AB', 'fund', 2),
      reading('AB', 'deadline', 0),
      reading('CD', 'fund', 2),
      reading('CD', 'deadline', 0)
    ]);
    const assessed = assessmentOf(access, 'policy-strength');
    expect(assessed).toMatchObject({
      parts: [{ key: 'Rent relief ordinance', value: 0.5, kappa: 1 }],
      sources: ['Ordinance 12 (2026-01-05)']
    });
    expect(inventoryRow(access, 'policy-strength')!.standing.state).toBe('assessed');
  });
  test('without a coder or document are refused, whoever calls', () => {
    const bare = saveReviews(access, [{ ...reading('', 'fund', 2), document: ' ' }]);
    expect(bare.ok ? [] : bare.issues.map(({ code }) => code)).toEqual([
      'document-missing',
      'coder-missing'
    ]);
  });
  test('are removed one by one', () => {
    const [row] = listReviews(access);
    expect(removeReview(access, row!.id).ok).toBe(true);
    expect(listReviews(access)).toHaveLength(3);
    expect(removeReview(access, row!.id).ok).toBe(false);
  });
});

describe('a measure tied by hand', () => {
  test('waits for its answers to be looked at, then counts', () => {
    const form = addForm(access, wave, 'participation')!;
    const question = form.inputs[0]!.choices.find(({ id }) => id.endsWith('disability'))!;
    const added = addMeasure(access, wave, 'participation', { part: [question.id] });
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
    const { key, labels, inputs, indicatorId } = added.value;
    expect(added.value.state).toBe('unsure');
    expect(inputs.part).toMatchObject({ yes: ['yes'], no: ['no'] });
    expect(listInstances(access, wave).map((one) => one.key)).not.toContain(key);
    const kept = saveMapping(access, {
      waveId: wave,
      indicatorId,
      key,
      labels,
      inputs,
      state: 'confirmed'
    });
    expect(kept.ok).toBe(true);
    expect(valueOf(key)).toBeCloseTo(valueOf('prevalence:disability'), 4);
  });
  test('the deprivation index, once confirmed, is its headcount times its intensity', () => {
    const found = listMappings(access, wave).find(({ key }) => key === 'deprivation-index:needs')!;
    const { indicatorId, key, labels, inputs } = found;
    saveMapping(access, { waveId: wave, indicatorId, key, labels, inputs, state: 'confirmed' });
    const table = tableOf(key);
    const part = (measure: string) => findCell(table, { measure })!.value!;
    expect(part('h') * part('a')).toBeCloseTo(part('m0'), 2);
  });
  test('a number of the form has its median, whole and by neighborhood', () => {
    const form = addForm(access, wave, 'waiting-time')!;
    const question = form.inputs[0]!.choices.find(({ id }) => id.endsWith('travel_minutes'))!;
    const added = addMeasure(access, wave, 'waiting-time', { wait: [question.id] });
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
    const { indicatorId, key, labels, inputs } = added.value;
    const kept = saveMapping(access, {
      waveId: wave,
      indicatorId,
      key,
      labels,
      inputs,
      state: 'confirmed'
    });
    expect(kept.ok).toBe(true);
    const whole = findCell(tableOf(key, true), {})!;
    expect(whole.low!).toBeLessThanOrEqual(whole.value!);
    expect(whole.high!).toBeGreaterThan(whole.low!);
  });
  test('without a required question is refused', () => {
    const added = addMeasure(access, wave, 'capacity-need', {});
    expect(added.ok ? [] : added.issues.map(({ code }) => code)).toEqual([
      'input-missing',
      'input-missing'
    ]);
  });
});

import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCell } from '$lib/privacy/release';
import type { Access } from '$lib/server/access/access';
import { wave } from '$lib/server/db/schema';
import { countyWith } from './county.fixture';
import { indicatorTable, type TableResult } from './indicator-table';
import { listGroups, listInstances, proposeForWave, saveMapping } from './mapping';
import { changeSince, needsList } from './needs';

let access: Access;
let w2023: string;
let w2026: string;

beforeAll(() => {
  const county = countyWith('2023', '2026');
  access = county.access;
  w2023 = county.waves['2023']!;
  w2026 = county.waves['2026']!;
}, 120_000);

const tableOf = (query: Partial<Parameters<typeof indicatorTable>[1]>): TableResult => {
  const result = indicatorTable(access, {
    waves: [w2026],
    instanceKey: 'prevalence:skipped-meals',
    group: null,
    withArea: false,
    ...query
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

const codes = (query: Partial<Parameters<typeof indicatorTable>[1]>): string[] => {
  const result = indicatorTable(access, {
    waves: [w2026],
    instanceKey: 'prevalence:skipped-meals',
    group: null,
    withArea: false,
    ...query
  });
  return result.ok ? [] : result.issues.map(({ code }) => code);
};

describe('what an imported survey with its form can feed', () => {
  test('ten needs, barriers, services, and the ways to split people come by themselves', () => {
    const keys = listInstances(access, w2026).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('unmet-need:'))).toHaveLength(10);
    expect(keys[0]).toBe('unmet-need:rent');
    expect(keys).toContain('importance-satisfaction:services');
    expect(keys.some((key) => key.startsWith('access-barriers:'))).toBe(true);
    expect(listGroups(access, w2026).map(({ name }) => name)).toContain('tenure');
  });
  test('both waves have the same keys', () => {
    const keysOf = (id: string) => listInstances(access, id).map(({ key }) => key);
    expect(keysOf(w2023)).toEqual(keysOf(w2026));
  });
});

describe('a released table of the sample county', () => {
  test('renters skip meals more than owners, tested', () => {
    const { table } = tableOf({ group: 'tenure', reference: 'own' });
    const contrast = table.contrasts.find(({ a, b }) => a.tenure === 'rent' && b.tenure === 'own');
    expect(contrast).toMatchObject({ tested: true });
    expect(contrast!.differenceLow).toBeGreaterThan(0);
    expect(table.subject.level).toBe('mezzo');
  });
  test('few people in shelters and motels: their share is hidden and nothing of it is sent', () => {
    const { table } = tableOf({ instanceKey: 'unmet-need:rent', group: 'tenure' });
    expect(findCell(table, { tenure: 'other' })).toEqual({
      at: { tenure: 'other' },
      flag: 'c',
      reason: null,
      value: null,
      low: null,
      high: null,
      n: null,
      nEffective: null,
      deff: null,
      df: null
    });
    expect(
      table.contrasts.filter(({ a, b }) => a.tenure === 'other' || b.tenure === 'other')
    ).toEqual([]);
  });
  test('a margin is the same cell with and without neighborhoods', () => {
    const crossed = tableOf({ group: 'tenure', withArea: true }).table;
    const alone = tableOf({ group: 'tenure' }).table;
    for (const cell of alone.cells) expect(findCell(crossed, cell.at)).toEqual(cell);
  });
  test('the same question gives the same table object', () => {
    expect(tableOf({}).table).toBe(tableOf({}).table);
  });
  test('every proposed indicator computes and releases, whole and by neighborhood', () => {
    for (const { key } of listInstances(access, w2026))
      expect([key, codes({ instanceKey: key, withArea: true })]).toEqual([key, []]);
  });
});

describe('needs and change', () => {
  test('needs have rank ranges, and rent may be first', () => {
    const list = needsList(access, w2026);
    if (!list.ok) throw new Error(JSON.stringify(list.issues));
    expect(list.value.cells).toHaveLength(10);
    const rent = list.value.ranks.find(({ at }) => at.need === 'unmet-need:rent')!;
    expect(rent).toMatchObject({ from: 1, of: 10 });
    expect(rent.to).toBeGreaterThan(1);
  });
  test('change between waves is later minus earlier, tested on independent samples', () => {
    const result = changeSince(access, 'prevalence:skipped-meals', w2023, w2026);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { table, notes } = result.value;
    const [earlier, later] = [w2023, w2026].map((id) => findCell(table, { wave: id })!.value!);
    const [change] = table.contrasts.filter(({ a, b }) => a.wave !== b.wave);
    expect(change).toMatchObject({ a: { wave: w2026 }, b: { wave: w2023 } });
    expect(change!.difference).toBeCloseTo(later! - earlier!, 3);
    expect(notes).toEqual([]);
    expect(table.sources.map(({ waveName }) => waveName)).toEqual(['2023', '2026']);
  });
});

describe('refusals', () => {
  test.each([
    ['an unknown wave', { waves: ['nothing'] }, 'no-such-wave'],
    ['a measure the wave lacks', { instanceKey: 'unmet-need:moon' }, 'no-such-measure'],
    ['a variable the wave lacks', { group: 'moon' }, 'group-unknown'],
    ['a group of numbers', { group: 'base_weight' }, 'group-unknown']
  ])('%s', (_, query, code) => {
    expect(codes(query)).toEqual([code]);
  });
  test('another workspace sees nothing', () => {
    const stranger = { ...access, workspaceId: 'elsewhere' };
    const result = indicatorTable(stranger, {
      waves: [w2026],
      instanceKey: 'prevalence:skipped-meals',
      group: null,
      withArea: false
    });
    expect(result.ok).toBe(false);
    expect(listInstances(stranger, w2026)).toEqual([]);
  });
  test('without a sample type nothing is shown', () => {
    const setType = (sampleType: 'probability' | null) =>
      access.db.update(wave).set({ sampleType }).where(eq(wave.id, w2026)).run();
    setType(null);
    expect(codes({ instanceKey: 'prevalence:fs1' })).toEqual(['sample-type-missing']);
    setType('probability');
    expect(codes({ instanceKey: 'prevalence:fs1' })).toEqual([]);
  });
});

describe('a mapping kept by a person', () => {
  const base = () => {
    const { indicatorId, key, labels, inputs } = listInstances(access, w2026).find(
      (instance) => instance.key === 'prevalence:skipped-meals'
    )!;
    return { waveId: w2026, indicatorId, key, labels, inputs, state: 'confirmed' as const };
  };
  const changed = (answer: { yes?: string[]; no?: string[]; variables?: string[] }) => ({
    ...base(),
    inputs: { answer: { ...base().inputs.answer!, ...answer } }
  });
  test.each([
    ['an unknown variable', { variables: ['moon'] }, 'variable-unknown'],
    ['an unknown code', { yes: ['moon'] }, 'code-unknown'],
    ['a code on both sides', { yes: ['often'], no: ['often'] }, 'code-both-ways'],
    ['nothing that counts', { yes: [] }, 'nothing-counts']
  ])('is refused with %s', (_, answer, code) => {
    const result = saveMapping(access, changed(answer));
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });
  test('changes the number, and stays when proposals are made again', () => {
    const before = tableOf({}).table.cells[0]!.value!;
    const saved = saveMapping(
      access,
      changed({ yes: ['often'], no: ['sometimes', 'rarely', 'never'] })
    );
    expect(saved.ok).toBe(true);
    expect(tableOf({}).table.cells[0]!.value!).toBeLessThan(before);
    expect(proposeForWave(access, w2026)).toMatchObject({ ok: true, value: { kept: 1 } });
    expect(tableOf({}).table.cells[0]!.value!).toBeLessThan(before);
  });
});

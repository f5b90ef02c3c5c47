import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Papa from 'papaparse';

const committed = resolve('data/sample-county');
const read = (name: string): string => readFileSync(join(committed, name), 'utf8');
const years = ['2023', '2026'] as const;
type Year = (typeof years)[number];
type Row = Record<string, string>;

const sheet = (text: string, delimiter: string): Row[] =>
  Papa.parse<Row>(text, { header: true, delimiter, skipEmptyLines: true }).data;
const waves: Record<Year, Row[]> = {
  2023: sheet(read('wave-2023.csv'), ';'),
  2026: sheet(read('wave-2026.csv'), ';')
};
const consenting = (year: Year): Row[] => waves[year].filter((row) => row.consent === 'yes');
const headings = (year: Year): string[] => Object.keys(waves[year][0] ?? {});
const countBy = (rows: Row[], key: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[key] ?? '', (counts.get(row[key] ?? '') ?? 0) + 1);
  return counts;
};

/** Weighted share of ones with its linearized error (strata, PSUs, with replacement); null leaves. */
function share(rows: Row[], score: (row: Row) => boolean | null) {
  const known = rows.map((row) => ({ row, y: score(row), w: Number(row.base_weight) }));
  const total = known.reduce((sum, { y, w }) => sum + (y === null ? 0 : w), 0);
  const value = known.reduce((sum, { y, w }) => sum + (y ? w : 0), 0) / total;
  const strata = new Map<string, Map<string, number>>();
  for (const { row, y, w } of known) {
    const psus = strata.get(row.stratum ?? '') ?? new Map<string, number>();
    const z = y === null ? 0 : (w * ((y ? 1 : 0) - value)) / total;
    strata.set(row.stratum ?? '', psus.set(row.psu ?? '', (psus.get(row.psu ?? '') ?? 0) + z));
  }
  let variance = 0;
  for (const psus of strata.values()) {
    const sums = [...psus.values()];
    const mean = sums.reduce((sum, z) => sum + z, 0) / sums.length;
    variance +=
      (sums.length / (sums.length - 1)) * sums.reduce((sum, z) => sum + (z - mean) ** 2, 0);
  }
  const n = known.filter(({ y }) => y !== null).length;
  return { value, variance, n, deff: variance / ((value * (1 - value)) / n) };
}

const design = JSON.parse(read('design.json')) as {
  waves: { name: string; population: number; sampling: { en: string } }[];
};
const skipped = (tenure?: string) => (row: Row) => {
  if (tenure && row['place/tenure'] !== tenure) return null;
  const answer = row['food/skipped_meals'] ?? '';
  return /^(often|sometimes|rarely|never)$/.test(answer) ? answer !== 'never' : null;
};
const unmet = (domain: string) => (row: Row) => {
  if (row[`needs/need_${domain}`] === 'no') return false;
  const helped = row[`needs/helped_${domain}`];
  return helped ? helped !== 'full' : null;
};
const domains = headings('2026').flatMap(
  (heading) => /^needs\/need_(\w+)$/.exec(heading)?.[1] ?? []
);

describe('the files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-county-'));
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/sample-county.mjs', folder], { stdio: 'pipe' });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('running the generator again gives the committed bytes', () => {
    expect(readdirSync(folder).sort()).toEqual(readdirSync(committed).sort());
    for (const name of readdirSync(folder))
      expect(
        readFileSync(join(folder, name)).equals(readFileSync(join(committed, name))),
        name
      ).toBe(true);
  });

  test.each(years)('wave %s has the shape KoboToolbox writes', (year) => {
    const text = read(`wave-${year}.csv`);
    expect(text.charCodeAt(0)).toBe('"'.charCodeAt(0));
    // Outside quotes there is nothing but the separator and the line end.
    expect(
      new Set(text.replace(/"(?:[^"]|"")*"/g, '').match(/[^;\r\n]|(?<!\r)\n|\r(?!\n)/g))
    ).toEqual(new Set());
    expect(text.endsWith('"\r\n')).toBe(true);
    expect(headings(year).slice(-11)).toEqual(
      '_id _uuid _submission_time _validation_status _notes _status _submitted_by __version__ _tags meta/rootUuid _index'.split(
        ' '
      )
    );
    for (const row of waves[year]) expect(Object.values(row)).toHaveLength(headings(year).length);
  });

  test('the newer wave adds one question and changes nothing else', () => {
    const added = headings('2026').filter((heading) => !headings('2023').includes(heading));
    expect(added).toEqual(['around/home_internet']);
    expect(headings('2026').filter((heading) => heading !== added[0])).toEqual(headings('2023'));
  });

  test('every question and every answer is in the form, in English and Spanish', () => {
    const survey = sheet(read('xlsform-survey.csv'), ',');
    const choices = sheet(read('xlsform-choices.csv'), ',');
    const words = ['label::English (en)', 'label::Español (es)'] as const;
    for (const choice of choices) for (const word of words) expect(choice[word]).toBeTruthy();
    for (const { type = '', name = '', ...rest } of survey) {
      if (/^(select|text|integer|range|begin)/.test(type))
        for (const word of words) expect(rest[word], name).toBeTruthy();
      const list = /^select_one (\w+)/.exec(type)?.[1];
      if (!list) continue;
      const codes = new Set(choices.filter((c) => c.list_name === list).map((c) => c.name));
      const heading = headings('2026').find((h) => h === name || h.endsWith(`/${name}`)) ?? '';
      for (const year of years)
        for (const row of waves[year])
          if (row[heading]) expect(codes.has(row[heading]), `${name}: ${row[heading]}`).toBe(true);
    }
  });
});

describe.each(years)('wave %s', (year) => {
  test('counts agree with the response ladder, which never rises', () => {
    const ladder = JSON.parse(read(`response-ladder-${year}.json`)) as Record<string, number>;
    const { invited = 0, opened = 0, eligible = 0, complete = 0, kept = 0 } = ladder;
    expect(eligible).toBe(waves[year].length);
    expect(complete).toBe(consenting(year).length);
    expect(kept).toBe(
      consenting(year).filter((row) => row['needs/need_rent'] || row['needs/need_dental']).length
    );
    expect([invited, opened, eligible, complete, kept]).toEqual(
      [invited, opened, eligible, complete, kept].sort((a, b) => b - a)
    );
  });

  test('without consent there is no answer', () => {
    const refused = waves[year].filter((row) => row.consent === 'no');
    expect(refused.length).toBeGreaterThan(3);
    for (const row of refused)
      for (const [heading, cell] of Object.entries(row))
        if (heading.includes('/') && heading !== 'meta/rootUuid') expect(cell, heading).toBe('');
  });

  test('PSU codes are unique across strata, each stratum has 28 to 40, weights add up to the adults', () => {
    const strata = new Map<string, Set<string>>();
    for (const { stratum = '', psu = '' } of waves[year])
      strata.set(stratum, (strata.get(stratum) ?? new Set()).add(psu));
    const sizes = [...strata.values()].map((codes) => codes.size);
    expect(sizes).toHaveLength(4);
    for (const size of sizes) expect(size >= 28 && size <= 40).toBe(true);
    const psus = sizes.reduce((sum, size) => sum + size, 0);
    expect(new Set([...strata.values()].flatMap((codes) => [...codes])).size).toBe(psus);
    expect(design.waves.find(({ name }) => name === year)?.sampling.en).toContain(
      `; ${psus} block groups`
    );
    const adults = sheet(read(year === '2026' ? 'margins.csv' : 'margins-2023.csv'), ',')
      .filter(({ variable }) => variable === 'neighborhood')
      .reduce((sum, { population }) => sum + Number(population), 0);
    const weights = consenting(year).map((row) => Number(row.base_weight));
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(weights.reduce((sum, w) => sum + w, 0) / adults).toBeCloseTo(1, 1);
  });

  test('margins of every variable have one total, and their categories are those of the survey', () => {
    const margins = sheet(read(year === '2026' ? 'margins.csv' : 'margins-2023.csv'), ',');
    const totals = new Map<string, number>();
    for (const { variable = '', population } of margins)
      totals.set(variable, (totals.get(variable) ?? 0) + Number(population));
    expect([...totals.keys()].sort()).toEqual([
      'age_band',
      'neighborhood',
      'race_ethnicity',
      'tenure'
    ]);
    expect(new Set(totals.values()).size).toBe(1);
    expect(design.waves.find(({ name }) => name === year)?.population).toBe(
      [...totals.values()][0]
    );
    for (const variable of totals.keys()) {
      const heading = headings(year).find((h) => h.endsWith(`/${variable}`)) ?? '';
      const codes = margins.filter((row) => row.variable === variable).map((row) => row.category);
      for (const code of countBy(consenting(year), heading).keys())
        if (code !== '' && code !== 'refused') expect(codes).toContain(code);
    }
  });

  test('ten neighborhoods have 75 answers and 8 degrees of freedom or more, the two small ones neither', () => {
    const sizes = countBy(consenting(year), 'place/neighborhood');
    expect(sizes.size).toBe(12);
    for (const [place, n] of sizes) {
      const psus = countBy(
        consenting(year).filter((row) => row['place/neighborhood'] === place),
        'psu'
      );
      if (/fallow_ridge|sandbar_point/.test(place)) expect(n < 40 && psus.size <= 5).toBe(true);
      // Each lies in one stratum: PSUs minus one, and below 8 NCHS asks for a review.
      else expect(n >= 75 && psus.size - 1 >= 8, place).toBe(true);
    }
    const race = countBy(consenting(year), 'about/race_ethnicity');
    // Below 30 no proportion may be shown (NCHS, Vital and Health Statistics 2(175)).
    expect(race.get('native')).toBeLessThan(30);
    expect(race.get('pacific')).toBeLessThan(5);
  });

  test('skip patterns hold: help only after a need, reasons only after an unmet one', () => {
    for (const row of consenting(year)) {
      for (const domain of domains)
        if (row[`needs/helped_${domain}`]) expect(row[`needs/need_${domain}`]).toBe('yes');
      if (row['food/fs3a']) expect(row['food/fs3']).toBe('yes');
      if (row['needs/barriers']) expect(domains.some((domain) => unmet(domain)(row))).toBe(true);
    }
  });

  test('a select-all is blank in all its columns, or 0 and 1 that repeat the summary', () => {
    const options = headings(year).filter((heading) => heading.startsWith('needs/barriers/'));
    for (const row of waves[year]) {
      const cells = options.map((option) => row[option] ?? '');
      const chosen = options.filter((option) => row[option] === '1').map((o) => o.split('/')[2]);
      if (row['needs/barriers'] === '') expect(cells.join('')).toBe('');
      else expect(chosen.join(' ')).toBe(row['needs/barriers']);
      if (chosen.includes('none')) expect(chosen).toHaveLength(1);
    }
  });

  test('about a third answer in their own words, and a handful leave a number set aside for fiction', () => {
    const texts = consenting(year).flatMap((row) => row['closing/help_most'] || []);
    expect(texts.length / consenting(year).length).toBeGreaterThan(0.3);
    expect(texts.filter((text) => /\d{3}.{1,2}\d{3}.\d{4}/.test(text))).toHaveLength(4);
    expect(read(`wave-${year}.csv`).match(/309.{1,2}555.(?!01\d\d)\d{4}/g)).toBeNull();
    for (const sign of ['\n', '"', ',', ';', 'ñ', '¡']) expect(texts.join('|')).toContain(sign);
  });

  test('each need is unmet for 14 to 45 percent, with design effects a clustered survey has', () => {
    expect(domains).toHaveLength(10);
    const found = domains.map((domain) => share(consenting(year), unmet(domain)));
    for (const { value } of found) expect(value > 0.14 && value < 0.45).toBe(true);
    const deffs = found.map(({ deff }) => deff).sort((a, b) => a - b);
    expect(deffs[4]).toBeGreaterThan(1.2);
    expect(deffs[9]).toBeLessThan(2);
  });
});

describe('what is planted', () => {
  const renters = share(consenting('2026'), skipped('rent'));
  const owners = share(consenting('2026'), skipped('own'));
  const before = share(consenting('2023'), skipped('rent'));

  test('in 2026 renters skip meals more than owners, far beyond chance', () => {
    expect(renters.value).toBeCloseTo(0.378, 3);
    expect(owners.value).toBeCloseTo(0.186, 3);
    // Tenure cuts across PSUs, so the two are positively related and this t is on the low side.
    expect(
      (renters.value - owners.value) / Math.sqrt(renters.variance + owners.variance)
    ).toBeGreaterThan(3.5);
    const reach = ({ variance }: { variance: number }) => 1.98 * Math.sqrt(variance);
    expect(renters.value - reach(renters)).toBeGreaterThan(owners.value + reach(owners));
  });

  test('among renters it rose since 2023', () => {
    expect(before.value).toBeCloseTo(0.282, 3);
    expect(
      (renters.value - before.value) / Math.sqrt(renters.variance + before.variance)
    ).toBeGreaterThan(2);
  });

  test('the objectives start from what the sample shows', () => {
    const { objectives } = (
      JSON.parse(read('workspace.json')) as {
        campaign: { objectives: { id: string; baseline: number }[] };
      }
    ).campaign;
    const baseline = (id: string) => objectives.find((objective) => objective.id === id)?.baseline;
    expect(baseline('skipped-meals')).toBeCloseTo(renters.value, 2);
    expect(baseline('unmet-rent')).toBeCloseTo(share(consenting('2026'), unmet('rent')).value, 2);
  });

  test('the script says what the sample shows', () => {
    const text = read('workspace.json');
    const tenths = (value: number) => Math.round(value * 10);
    expect(text).toContain(`Among renters, ${Math.round(100 * renters.value)} percent`);
    expect(tenths(share(consenting('2026'), skipped('rent')).value)).toBe(4);
    expect(text).toContain(`Among owners, ${Math.round(100 * owners.value)} percent`);
    expect(share(consenting('2026'), skipped('own')).value).toBeLessThan(0.2);
    expect(text).toContain('it was about three in ten then');
    expect(tenths(share(consenting('2023'), skipped('rent')).value)).toBe(3);
    expect(text).toContain('County-wide that is about four in ten adults');
    expect(tenths(share(consenting('2026'), unmet('rent')).value)).toBe(4);
    expect(consenting('2026').length).toBeGreaterThan(1100);
  });
});

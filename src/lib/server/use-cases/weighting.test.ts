import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { FigureQuery } from '$lib/indicators/figure-query';
import { readMargins } from '$lib/estimation/weighting';
import { findSnapshot } from '$lib/server/db/queries/evidence';
import { findWave } from '$lib/server/db/queries/survey';
import { insertWeighting, listWeightings } from '$lib/server/db/queries/weighting';
import { accessTo } from '$lib/server/db/version.fixture';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { proposeClaim } from '$lib/text/propose-claim';
import { createClaim, moveClaim, openClaim, slotsOn } from './claims';
import { countyWith } from './county.fixture';
import { describeWave, factsOf } from './describe-wave';
import { freezeFigure } from './freeze-figure';
import { recipeOfSnapshot, releasedOf } from './frozen-figure';
import { importSurvey } from './import-survey';
import { indicatorTable } from './indicator-table';
import { planFile } from './inspect-file';
import { checkSnapshot, driftOf, isSuperseded } from './recompute-snapshot';
import { codesOf, valueOf } from './two-organizations.fixture';
import { verify } from './verify';
import { makeWeights, useWeights, type WeightingAsked } from './weighting';
import { atBoxes, targetBoxes, weightingPage } from './weighting-page';
import { readWeighting } from './weighting-form';

const { access, waves } = countyWith('2026');
const waveId = waves['2026']!;

const asked = (text: string, more: Partial<WeightingAsked> = {}): WeightingAsked => ({
  method: 'rake',
  base: { kind: 'variable', variable: 'base_weight' },
  margins: valueOf(readMargins(text)),
  total: null,
  missing: 'own-category',
  trim: null,
  ...more
});
const tenure = 'variable,category,target\ntenure,rent,90000\ntenure,own,80000\n';
const rentShare = (over = access) =>
  valueOf(
    indicatorTable(over, {
      waves: [waveId],
      instanceKey: 'prevalence:skipped-meals',
      group: 'tenure',
      withArea: false
    })
  );

const query: FigureQuery = {
  show: 'prevalence:skipped-meals',
  by: 'tenure',
  place: null,
  wave: waveId,
  versus: 'own',
  view: 'bars'
};

describe('weights made from margins', () => {
  const categories = () => {
    const version = currentVersion(access, waveId)!;
    return listWeightings(access, version.versionId);
  };

  test('are kept with everything that made them, and used by nobody yet', async () => {
    const before = JSON.stringify(rentShare().table);
    const made = await makeWeights(access, waveId, asked(tenureOf()));
    const { weightingId, report } = valueOf(made);
    expect(report.converged).toBe(true);
    expect(report.total).toBeCloseTo(170_000, 3);
    expect(
      report.margins[0]?.categories.map(({ shareAfter, targetShare }) => shareAfter - targetShare)
    ).toEqual(report.margins[0]?.categories.map(() => expect.closeTo(0, 9) as number));
    expect(categories().map(({ id }) => id)).toEqual([weightingId]);
    expect(JSON.stringify(rentShare().table)).toBe(before);
  });

  test('move every estimate once they are used, and back when they are not', () => {
    const [made] = categories();
    const before = rentShare().table;
    expect(valueOf(useWeights(access, waveId, made!.id))).toEqual({ waveId });
    const after = rentShare();
    expect(JSON.stringify(after.table.cells)).not.toBe(JSON.stringify(before.cells));
    expect(after.recipes[0]?.weighting).toEqual({ id: made!.id, sha256: made!.sha256 });
    valueOf(useWeights(access, waveId, null));
    expect(JSON.stringify(rentShare().table)).toBe(JSON.stringify(before));
  });

  test('stay in use when the facts of the wave are edited', () => {
    const [made] = categories();
    valueOf(useWeights(access, waveId, made!.id));
    const facts = factsOf(findWave(access, waveId)!);
    const { weightingId: _, ...typed } = facts.design!;
    valueOf(describeWave(access, waveId, { ...facts, design: typed }));
    expect(findWave(access, waveId)?.design?.weightingId).toBe(made!.id);
    valueOf(useWeights(access, waveId, null));
  });

  test('make a figure frozen on other weights stale, its claims too, and let it be computed again', () => {
    const frozen = valueOf(freezeFigure(access, query, { language: 'en' }));
    const snapshot = findSnapshot(access, frozen.snapshotId)!;
    const { template, kind } = proposeClaim(
      releasedOf(snapshot),
      slotsOn(snapshot),
      recipeOfSnapshot(snapshot).figure.en,
      'en'
    )!;
    const claimId = valueOf(
      createClaim(access, snapshot.id, { template, kind, visibility: 'coalition' })
    );
    valueOf(moveClaim(access, claimId, 'checked'));
    expect(isSuperseded(access, snapshot)).toBe(false);
    const [made] = categories();
    valueOf(useWeights(access, waveId, made!.id));
    expect(isSuperseded(access, snapshot)).toBe(true);
    expect(driftOf(access, snapshot)?.after).not.toBeNull();
    expect(openClaim(access, claimId)?.row.status).toBe('stale');
    expect(checkSnapshot(access.db, snapshot)).toEqual([]);
    const again = valueOf(freezeFigure(access, query, { language: 'en' }));
    expect(again.isNewSnapshot).toBe(true);
    const raked = findSnapshot(access, again.snapshotId)!;
    expect(recipeOfSnapshot(raked).waves[0]?.weighting?.sha256).toBe(made!.sha256);
    valueOf(useWeights(access, waveId, null));
    expect(checkSnapshot(access.db, raked)).toEqual([]);
    expect(verify(access.db, checkSnapshot).issues).toEqual([]);
  });

  test('are kept for a version of the own workspace only', () => {
    const [{ request, report, datasetVersionId }] = categories() as [
      ReturnType<typeof categories>[number]
    ];
    const weights = new Float64Array(2).fill(1);
    const other = accessTo(access.db, 'other');
    const kept = insertWeighting(other, {
      datasetVersionId,
      request,
      report,
      weights,
      start: null
    });
    expect(kept).toBeNull();
  });

  test('cannot be changed', () => {
    const change = access.db.$client.prepare("UPDATE weighting SET weights_sha256 = 'x'");
    expect(() => change.run()).toThrow('immutable');
  });
});

/** Margins of tenure with whatever categories the county has beside renting and owning left at 1 %. */
const tenureOf = () => {
  const version = currentVersion(access, waveId)!;
  const names = access.db.$client
    .prepare("SELECT categories FROM variable WHERE dataset_version_id = ? AND name = 'tenure'")
    .pluck()
    .get(version.versionId) as string;
  const codes = (JSON.parse(names) as { code: string }[]).map(({ code }) => code);
  const others = codes.filter((code) => code !== 'rent' && code !== 'own');
  return `${tenure.replace('80000', String(80_000 - others.length * 1700))}${others
    .map((code) => `tenure,${code},1700\n`)
    .join('')}`;
};

describe('weights are refused', () => {
  const codes = async (text: string, more: Partial<WeightingAsked> = {}) =>
    codesOf(await makeWeights(access, waveId, asked(text, more)));

  test('for a variable or category the answers do not have, with what there is', async () => {
    expect(await codes('nothing,n\na,1\nb,2\n')).toEqual(['margin-variable-unknown']);
    const made = await makeWeights(access, waveId, asked('tenure,n\nrent,1\nborrow,2\n'));
    expect(made.ok ? null : made.issues[0]?.params.choices).toContain(', ');
  });
  test('without margins, or with two for post-stratification', async () => {
    expect(await codes(tenure, { margins: [] })).toEqual(['margins-none']);
    expect(await codes(`${tenure}mode,web,1\n`, { method: 'poststratify' })).toEqual([
      'poststratify-one-margin'
    ]);
  });
  test('from a variable that is not a number', async () => {
    expect(await codes(tenure, { base: { kind: 'variable', variable: 'mode' } })).toEqual([
      'weighting-variable-unknown'
    ]);
  });
  test('when they were made for other answers or do not exist', () => {
    expect(codesOf(useWeights(access, waveId, 'nothing'))).toEqual(['no-such-weighting']);
  });
});

describe('a form of weights', () => {
  test('takes boxes and text together, with shares where they add up to 100', () => {
    const typed = valueOf(
      readWeighting({
        method: 'rake',
        base: 'base_weight',
        margins: 'tenure,people\nrent,9\nown,8',
        'target:mode:web': '60%',
        'target:mode:paper': '40',
        'target:mode:phone': '',
        keepUnknown: 'yes',
        trim: 'ratio',
        upper: '4'
      })
    );
    expect(typed).toMatchObject({
      base: { kind: 'variable', variable: 'base_weight' },
      missing: 'own-category',
      trim: { kind: 'ratio', lower: 0.3, upper: 4 },
      margins: [
        { variables: ['tenure'], isShare: false },
        { variables: ['mode'], isShare: true, cells: [{ key: ['web'] }, { key: ['paper'] }] }
      ]
    });
  });
  test('names the box that is not a number, and the box a margin fails at', async () => {
    const read = readWeighting({ 'target:mode:web': 'many' });
    expect(read.ok ? [] : read.issues.map(({ where }) => where.field)).toEqual(['target:mode:web']);
    const boxes = targetBoxes(access, waveId, ['mode'], 'en');
    const typed = valueOf(readWeighting({ 'target:mode:web': '1000' }));
    const made = await makeWeights(access, waveId, typed);
    const issues = made.ok ? [] : atBoxes(made.issues, boxes);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.map(({ where }) => where.field).sort()).toEqual(
      boxes[0]?.boxes
        .slice(1)
        .map(({ field }) => field)
        .sort()
    );
  });
});

test('CASPER weights need no margins', async () => {
  const made = await makeWeights(access, waveId, {
    ...asked(tenure),
    method: 'casper',
    base: { kind: 'casper', cluster: 'psu', households: 60_000, clusters: 300 },
    margins: []
  });
  expect(valueOf(made).report.total).toBeLessThanOrEqual(60_000.001);
});

test('weights of an earlier import are refused for a later one, until they are made again', async () => {
  const made = valueOf(await makeWeights(access, waveId, asked(tenureOf())));
  valueOf(useWeights(access, waveId, made.weightingId));
  const folder = fileURLToPath(new URL('../../../../data/sample-county/', import.meta.url));
  const path = join(mkdtempSync(join(tmpdir(), 'groundswell-later-')), 'later.csv');
  writeFileSync(path, `${readFileSync(`${folder}wave-2026.csv`, 'utf8')}\n`);
  const companions = ['survey', 'choices', 'settings'].map((sheet) => ({
    path: `${folder}xlsform-${sheet}.csv`
  }));
  const { plan } = valueOf(planFile({ path, companions }));
  valueOf(
    importSurvey(access, {
      path,
      fileName: 'later.csv',
      survey: 'Sorrel County',
      wave: '2026',
      plan: plan!
    })
  );
  rmSync(path);
  const table = () =>
    indicatorTable(access, {
      waves: [waveId],
      instanceKey: 'prevalence:skipped-meals',
      group: 'tenure',
      withArea: false
    });
  expect(codesOf(table())).toEqual(['design-weighting-other-version']);
  expect(weightingPage(access, waveId, 'en')?.usedIssues.map(({ code }) => code)).toEqual([
    'design-weighting-other-version'
  ]);
  const again = valueOf(await makeWeights(access, waveId, asked(tenureOf())));
  valueOf(useWeights(access, waveId, again.weightingId));
  expect(codesOf(table())).toEqual([]);
});

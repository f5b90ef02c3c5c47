import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseFigureQuery } from '$lib/indicators/figure-query';
import type { Access } from '$lib/server/access/access';
import { findSnapshot } from '$lib/server/db/queries/evidence';
import { wave } from '$lib/server/db/schema';
import { countyWith } from './county.fixture';
import { freezeFigure } from './freeze-figure';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { listGroups } from './mapping';
import { checkSnapshot } from './recompute-snapshot';
import { showFigure, wavesWithResponses, waveToOpen } from './show-figure';

let access: Access;
const show = (address: string) => {
  const figure = showFigure(access, parseFigureQuery(new URLSearchParams(address)), 'en');
  if (!figure.ok) throw new Error(JSON.stringify(figure.issues));
  return figure.value;
};

beforeAll(() => {
  ({ access } = countyWith('2026'));
}, 60_000);

describe('a figure as asked for', () => {
  test('what is absent or unknown takes its default, and the address then says all', () => {
    const { query } = show('show=prevalence:skipped-meals&by=no-such-thing&in=&vs=nobody');
    expect(query).toMatchObject({ by: 'tenure', place: null, versus: 'everyone', view: 'dots' });
    expect(query.wave).not.toBeNull();
  });

  test('groups are compared in words even when nothing to compare with was chosen', () => {
    const { model } = show('show=prevalence:skipped-meals&by=tenure');
    expect(model?.finding).toMatch(/higher for Rent it than for Own it.* The gap is \d+ points/);
  });

  test('answers with a hidden part are not stacked; as bars, everyone’s answers are shown', () => {
    const stacked = show('show=answer-shares:skipped-meals&by=tenure');
    expect(stacked.model).toBeNull();
    expect(stacked.refusal?.code).toBe('part-hidden');
    const bars = show('show=answer-shares:skipped-meals&by=tenure&as=bars');
    expect(bars.refusal).toBeNull();
    expect(bars.model?.rows).toHaveLength(4);
  });

  test('every view of it, frozen, comes out alike when it is computed again', () => {
    const addresses = [
      'show=prevalence:skipped-meals&by=tenure&as=bars',
      'show=prevalence:skipped-meals&by=tenure&vs=own',
      'show=prevalence:skipped-meals&by=tenure&in=brightwater',
      'show=unmet-need:rent&by=place',
      'show=access-barriers:needs-barriers',
      'show=answer-shares:skipped-meals&as=bars'
    ];
    for (const address of addresses) {
      const query = parseFigureQuery(new URLSearchParams(address));
      const frozen = freezeFigure(access, query, { language: 'en' });
      if (!frozen.ok) throw new Error(`${address}: ${JSON.stringify(frozen.issues)}`);
      const snapshot = findSnapshot(access, frozen.value.snapshotId);
      expect(snapshot && checkSnapshot(access.db, snapshot), address).toEqual([]);
    }
  });

  test('a map needs places as rows: asked for by group it becomes dots', () => {
    expect(show('show=unmet-need:rent&by=tenure&as=map').query.view).toBe('dots');
    expect(show('show=unmet-need:rent&by=place&as=dots').model?.rows).toHaveLength(12);
  });

  test('a measure that no wave has is refused', () => {
    const query = parseFigureQuery(new URLSearchParams('show=no-such-measure'));
    expect(showFigure(access, query, 'en')).toMatchObject({
      ok: false,
      issues: [{ code: 'nothing-to-show' }]
    });
  });
});

test('screens open with the newest wave that measures needs, also when something else came later', () => {
  const before = waveToOpen(access)?.wave.id;
  const folder = mkdtempSync(join(tmpdir(), 'wave-to-open-'));
  const path = join(folder, 'stops.csv');
  writeFileSync(path, 'id,Stop\n1,Main\n2,Hill\n3,Main\n');
  const planned = planFile({ path });
  const plan = planned.ok ? planned.value.plan : null;
  if (!plan) throw new Error('refused');
  const request = { path, fileName: 'stops.csv', survey: 'Bus stops', wave: 'Today', plan };
  expect(importSurvey(access, request).ok).toBe(true);
  rmSync(folder, { recursive: true });
  expect(wavesWithResponses(access)[0]?.surveyName).toBe('Bus stops');
  expect(waveToOpen(access)?.wave.id).toBe(before);
});

describe('a sample of the whole community (CASPER)', () => {
  let casper: Access;
  beforeAll(() => {
    ({ access: casper } = countyWith('2026'));
    casper.db.update(wave).set({ sampleType: 'casper' }).run();
  }, 60_000);

  test('is shown as a whole, whatever split was asked for', () => {
    for (const address of [
      'show=unmet-need:rent&by=tenure',
      'show=unmet-need:rent&by=place&as=map'
    ]) {
      const query = parseFigureQuery(new URLSearchParams(address));
      const figure = showFigure(casper, query, 'en');
      if (!figure.ok) throw new Error(figure.issues[0]?.code);
      expect(figure.value.query).toMatchObject({ by: null, place: null });
      expect(figure.value.model?.rows).toHaveLength(1);
      expect(figure.value.model?.notes.join(' ')).toContain('speaks for the whole community');
      expect(listGroups(casper, figure.value.wave.id)).toEqual([]);
    }
  });
});

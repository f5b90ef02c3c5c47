import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { auditEntry, wave } from '$lib/server/db/schema';
import { codebookEntries, codebookPage } from './codebook-pages';
import { countyWith } from './county.fixture';
import { dataQuality } from './data-quality';
import { describeWave, factsOf } from './describe-wave';
import { mappingDetail, mappingRows } from './mapping-page';
import { confirmProposals, saveGroupWords, savePredicate } from './mapping-words';
import { surveyShelf } from './survey-shelf';

let access: Access;
let waves: Record<string, string>;
let waveId: string;
const place = () => ({
  waveId,
  versionId: currentVersion(access, waveId)?.versionId ?? ''
});

beforeAll(() => {
  ({ access, waves } = countyWith('2023', '2026'));
  waveId = waves['2026'] ?? '';
});

const factsNow = () => {
  const found = findWave(access, waveId);
  if (!found) throw new Error('no wave');
  return factsOf(found);
};

describe('facts of a wave', () => {
  test('an unusual threshold needs a reason', () => {
    expect(describeWave(access, waveId, { ...factsNow(), threshold: 20 })).toMatchObject({
      ok: false,
      issues: [{ code: 'threshold-reason-missing', where: { field: 'thresholdReason' } }]
    });
  });

  test('a design names only columns that are there', () => {
    const facts = factsNow();
    const design = facts.design && { ...facts.design, weight: 'nowhere' };
    expect(describeWave(access, waveId, { ...facts, design })).toMatchObject({
      ok: false,
      issues: [{ code: 'design-variable-unknown', params: { variable: 'nowhere' } }]
    });
  });

  test('a change is logged with the changed fields only', () => {
    const kept = describeWave(access, waveId, { ...factsNow(), sponsor: 'The coalition' });
    expect(kept.ok).toBe(true);
    const entries = access.db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.entity, 'wave'), eq(auditEntry.entityId, waveId)))
      .all();
    expect(entries.at(-1)?.after).toEqual({ sponsor: 'The coalition' });
  });

  test('another workspace cannot change it', () => {
    expect(describeWave({ ...access, workspaceId: 'other' }, waveId, factsNow())).toMatchObject({
      ok: false,
      issues: [{ code: 'no-such-wave' }]
    });
  });
});

describe('data quality', () => {
  const quality = () => {
    const found = dataQuality(access, waveId);
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    return found.value;
  };

  test('a random sample of unknown response is fair, never good', () => {
    expect(quality()).toMatchObject({ verdict: 'fair', responseRate: null, threshold: 5 });
  });

  test('the design effect of the weights is one plus their relative variance', () => {
    const { weights, responses } = quality();
    expect(weights?.deff).toBeGreaterThan(1);
    expect((weights?.deff ?? 0) * (weights?.nEffective ?? 0)).toBeCloseTo(responses, 6);
    expect(weights?.largest).toBeGreaterThan(1);
    expect(weights?.smallest).toBeLessThan(1);
  });

  test('shares left out are whole percents of those asked, and few people are not counted out', () => {
    const { leftOut } = quality();
    expect(leftOut.length).toBeGreaterThan(20);
    for (const { share } of leftOut)
      if (typeof share === 'number') {
        expect(Number.isInteger(share)).toBe(true);
        expect(share).toBeLessThanOrEqual(100);
      }
    // A follow-up is asked of few: its share is of them, not of everyone.
    const followUp = leftOut.find(({ heading }) => heading.endsWith('helped_rent'));
    expect(followUp?.share).not.toBe('unknown');
    if (typeof followUp?.share === 'number') expect(followUp.share).toBeLessThan(50);
  });

  test('nothing is said before anybody says how people were chosen', () => {
    access.db.update(wave).set({ sampleType: null }).where(eq(wave.id, waveId)).run();
    expect(quality().verdict).toBe('unknown');
    access.db.update(wave).set({ sampleType: 'opt-in' }).where(eq(wave.id, waveId)).run();
    expect(quality()).toMatchObject({ verdict: 'limited', threshold: 11 });
    access.db.update(wave).set({ sampleType: 'probability' }).where(eq(wave.id, waveId)).run();
  });
});

describe('the codebook', () => {
  test('a question knows its measures and its twin in the other wave', () => {
    const entry = codebookEntries(access, place()).find(({ heading }) =>
      heading.endsWith('skipped_meals')
    );
    expect(entry?.measures.map(({ key }) => key)).toContain('prevalence:skipped-meals');
    const page = codebookPage(access, place(), entry?.id ?? '');
    expect(page?.others).toMatchObject([{ wave: '2023', sameWording: true, sameAnswers: true }]);
    expect(codebookPage(access, place(), 'nowhere')).toBeNull();
  });
});

describe('measures', () => {
  test('a measure opens with its answers and the released number of the county', () => {
    const detail = mappingDetail(access, place(), 'prevalence:skipped-meals');
    expect(detail?.inputs[0]?.answers.some(({ counts }) => counts === 'yes')).toBe(true);
    expect(detail?.preview?.cells).toHaveLength(1);
    expect(detail?.preview?.cells[0]?.value).toBeGreaterThan(0);
  });

  test('another question can be looked at before it is saved', () => {
    const before = mappingDetail(access, place(), 'prevalence:skipped-meals');
    const other = before?.inputs[0]?.choices.find(({ id }) => id !== before.inputs[0]?.questionId);
    const tried = mappingDetail(access, place(), 'prevalence:skipped-meals', {
      answer: other?.id ?? ''
    });
    expect(tried?.inputs[0]?.questionId).toBe(other?.id);
    expect(mappingDetail(access, place(), 'prevalence:skipped-meals')?.inputs[0]?.questionId).toBe(
      before?.inputs[0]?.questionId
    );
  });

  test('words are kept beside the measure and the groups', () => {
    const key = { waveId, indicatorId: 'prevalence', key: 'prevalence:skipped-meals' };
    expect(savePredicate(access, key, { en: 'skipped meals' }).ok).toBe(true);
    const row = mappingDetail(access, place(), key.key);
    expect(row?.predicate).toEqual({ en: 'skipped meals' });
    saveGroupWords(access, waveId, {
      variable: 'tenure',
      name: { en: 'Housing' },
      members: { rent: { en: 'renters' }, own: {} }
    });
    expect(findWave(access, waveId)).toMatchObject({
      groupNames: { tenure: { en: 'Housing' } },
      groupWords: { tenure: { rent: { en: 'renters' } } }
    });
  });

  test('confirming all leaves no proposal; what is unsure waits for a person', () => {
    expect(confirmProposals(access, waveId).ok).toBe(true);
    const states = mappingRows(access, waveId, place().versionId).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['confirmed', 'unsure']));
  });
});

test('the shelf lists every import with what came in', () => {
  const [survey] = surveyShelf(access);
  expect(survey?.waves.map(({ name }) => name).sort()).toEqual(['2023', '2026']);
  const version = survey?.waves[0]?.versions[0];
  expect(version?.isCurrent).toBe(true);
  expect(version?.rows).toBe(
    (version?.imported ?? 0) + (version?.excluded.reduce((sum, { count }) => sum + count, 0) ?? 0)
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesInMemory } from '../file/bytes';
import { planSurvey } from '../planning/plan-survey';
import { applyTemplate } from './apply';
import { matchIssues } from './issues';
import { isUnchanged, matchTemplate } from './match';
import { toTemplate } from './template';

const folder = resolve('tests/fixtures/files');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(csv|tsv|txt)$/.test(name))
  .sort();

describe('a file of every tool, compared with itself', () => {
  test.each(files)('%s has no difference and gives its own plan again', (name) => {
    const main = bytesInMemory(new Uint8Array(readFileSync(resolve(folder, name))));
    const { plan } = planSurvey({ main, name });
    if (!plan) return;
    const template = toTemplate({
      survey: 'S',
      wave: 'W',
      plan,
      proposal: plan,
      operations: [],
      seen: { rows: 0, cells: {}, values: {} }
    });
    const match = matchTemplate(template, plan);
    expect(matchIssues(match)).toEqual([]);
    expect(isUnchanged(match)).toBe(true);
    expect(applyTemplate(template, plan, match)).toEqual(plan);
  });
});

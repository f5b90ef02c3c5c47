import { expect, test } from 'vitest';
import {
  actionClassifications,
  isStageOf,
  measureClassifications,
  ownActionClassifications,
  pipelines,
  stagesByPipeline,
  stagesOf,
  stageTrack
} from './measure';

test('the lists have the sizes of the published schemas and repeat nothing', () => {
  expect(new Set(measureClassifications).size).toBe(24);
  expect(new Set(actionClassifications).size).toBe(38);
  expect(new Set(ownActionClassifications).size).toBe(13);
  expect([...pipelines].sort()).toEqual(Object.keys(stagesByPipeline).sort());
});

test('a stage belongs to its pipeline, and any pipeline can stop', () => {
  expect(isStageOf('council', 'hearing-held')).toBe(true);
  expect(isStageOf('council', 'floor-1')).toBe(false);
  for (const pipeline of pipelines) {
    expect(isStageOf(pipeline, 'shelved')).toBe(true);
    expect(new Set(stagesOf(pipeline)).size).toBe(stagesOf(pipeline).length);
  }
});

test('an ordinance is signed or returned unsigned, never both', () => {
  expect(stageTrack('council', 'adopted')).not.toContain('returned-unsigned');
  expect(stageTrack('council', 'returned-unsigned')).not.toContain('signed');
});

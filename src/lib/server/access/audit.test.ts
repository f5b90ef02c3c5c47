import { expect, test } from 'vitest';
import { en } from '$lib/text/en';

const sources = import.meta.glob<string>(
  ['/src/lib/server/**/*.ts', '!/**/*.test.ts', '!/**/*.fixture.ts'],
  { query: '?raw', eager: true, import: 'default' }
);

/** What a recorded change says of a field: a text, or one of two. */
function written(field: 'action' | 'entity'): string[] {
  const said = new RegExp(`\\b${field}: (?:[^'\\n;]*\\? )?'([a-z-]+)'(?: : '([a-z-]+)')?`, 'g');
  return Object.values(sources)
    .filter((source) => source.includes('recordAudit('))
    .flatMap((source) => [...source.matchAll(said)].flatMap(([, one, other]) => [one, other]))
    .filter((code) => code !== undefined);
}

test('everything the log records has words', () => {
  expect(written('action')).toEqual(expect.arrayContaining(['freeze', 'add-speaker']));
  const { actions, entities } = en.settings;
  expect(written('action').filter((action) => !(action in actions))).toEqual([]);
  expect(written('entity').filter((entity) => !(entity in entities))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { familyForms, methodOfFamily, otherFamilies } from '$lib/estimation/query/family-forms';
import { implementedFamilies } from '$lib/estimation/query/query';
import { indicators } from '$lib/indicators';
import { es } from '$lib/text/es';
import { listMethods, methodIds, methodPage } from './methods';

/** Pages about a whole room of the program; all others are about one method. */
const overviews = ['estimation', 'indicators', 'release'];
const sourceOf = (id: string): string => readFileSync(`src/docs/methods/${id}.md`, 'utf8');

describe('method pages', () => {
  test('there is one for every family of the engine', () => {
    for (const family of implementedFamilies)
      expect(methodIds, family).toContain(methodOfFamily(family));
  });

  test('there is one for every method an indicator names', () => {
    for (const { id, method } of indicators)
      for (const name of method) expect(methodIds, id).toContain(name);
  });

  test('every page is in the list, once', () => {
    const listed = listMethods('en').flatMap(({ pages }) => pages.map(({ id }) => id));
    expect([...listed].sort()).toEqual([...methodIds]);
  });

  test.each(methodIds.filter((id) => !overviews.includes(id)))(
    '%s says what it answers, how, with which choices, from where, how checked, and what not',
    (id) => {
      const [answer, ...blocks] = methodPage(id, 'en')!.blocks;
      expect(answer?.kind).toBe('paragraph');
      const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
      expect(headings).toEqual(['formula', 'choices', 'source', 'checked', 'what-it-does-not-say']);
    }
  );

  test('each has its title and sentence in Spanish', () => {
    expect(Object.keys(es.methods.pages)).toEqual(expect.arrayContaining([...methodIds]));
  });

  test('the number of reference cases on a page is that of the reference', () => {
    const manifest = JSON.parse(
      readFileSync('tests/fixtures/reference/manifest.json', 'utf8')
    ) as unknown;
    const counts = countsOf(manifest);
    const families = [...familyForms.map(({ family }) => family), ...Object.keys(otherFamilies)];
    for (const family of families) {
      const said = new RegExp(`\`${family}\` (\\d+)`).exec(sourceOf(methodOfFamily(family)!));
      expect([family, Number(said?.[1])]).toEqual([family, counts[family]]);
    }
  });

  test('links lead to pages that are there', () => {
    for (const id of methodIds)
      for (const [, href] of sourceOf(id).matchAll(/\]\(([\w-]+)\)/g))
        expect(methodIds, id).toContain(href);
  });
});

/** Cases a family, counted in the case files the manifest lists. */
function countsOf(manifest: unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  const { files } = manifest as { files: (string | { file: string })[] };
  for (const entry of files) {
    const name = typeof entry === 'string' ? entry : entry.file;
    const path = `tests/fixtures/reference/${name.startsWith('cases/') ? '' : 'cases/'}${name}`;
    const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: { family: string }[] };
    for (const { family } of cases) counts[family] = (counts[family] ?? 0) + 1;
  }
  return counts;
}

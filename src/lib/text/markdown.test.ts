import { expect, test } from 'vitest';
import { parseInline, parseMarkdown } from './markdown';

test('a page becomes headings, paragraphs, lists, code and tables', () => {
  const blocks = parseMarkdown(
    '# Title\n\nOne\ntwo.\n\n## Part\n\n- a\n- b\n  more\n\n```\nx <- 1\n```\n\n| h |\n| - |\n| c |\n'
  );
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'heading',
    'list',
    'code',
    'table'
  ]);
  expect(blocks[1]).toMatchObject({ text: [{ kind: 'text', text: 'One two.' }] });
  expect(blocks[3]).toMatchObject({ items: [[{ text: 'a' }], [{ text: 'b more' }]] });
  expect(blocks[4]).toMatchObject({ text: 'x <- 1' });
  expect(blocks[5]).toMatchObject({ rows: [[[{ text: 'c' }]]] });
});

test('underscores inside a word are themselves', () => {
  expect(parseInline('n_h and _w_')).toEqual([
    { kind: 'text', text: 'n_h and ' },
    { kind: 'em', text: 'w' }
  ]);
});

test('HTML stays text, and no link runs a script', () => {
  expect(parseInline('<b>x</b>')).toEqual([{ kind: 'text', text: '<b>x</b>' }]);
  expect(parseInline('[x](javascript:alert(1))')[0]).toMatchObject({ kind: 'text' });
  expect(parseInline('[x](release)')).toEqual([{ kind: 'link', text: 'x', href: 'release' }]);
});

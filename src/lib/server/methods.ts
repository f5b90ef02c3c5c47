import { parseMarkdown, type Block } from '$lib/text/markdown';
import { textFor, type Language } from '$lib/text/text';

/** Method pages by their name; the text of each is a file of `src/docs/methods`. */
const files = import.meta.glob<string>('/src/docs/methods/*.md', {
  query: '?raw',
  import: 'default',
  eager: true
});

const sources = new Map(
  Object.entries(files).map(([path, text]) => [path.split('/').at(-1)!.replace('.md', ''), text])
);

export type MethodGroup = 'estimates' | 'comparing' | 'scales' | 'design' | 'showing';

/** Where each page stands in the list. A page in no group stands under the last one. */
const grouped: readonly (readonly [MethodGroup, readonly string[]])[] = [
  ['estimates', ['estimation', 'totals', 'proportions', 'quantiles', 'domains', 'food-security']],
  [
    'comparing',
    [
      'contrasts',
      't-tests',
      'tables-and-tests',
      'models',
      'standardization',
      'many-comparisons',
      'waves',
      'disparity',
      'concentration'
    ]
  ],
  [
    'scales',
    [
      'indicators',
      'select-all',
      'cronbach',
      'kappa',
      'alkire-foster',
      'priorities',
      'composite-index',
      'small-areas'
    ]
  ],
  [
    'design',
    [
      'taylor-variance',
      'replicate-weights',
      'weighting',
      'weighting-problems',
      'effective-size',
      'missing-answers'
    ]
  ],
  ['showing', ['release', 'reliability', 'bench']]
];

/** A page in the list: its title and what it answers, in the reader's language where we have that. */
export interface MethodEntry {
  id: string;
  title: string;
  answer: string;
}

const plain = (block: Block | undefined): string =>
  block && 'text' in block && typeof block.text !== 'string'
    ? block.text.map(({ text }) => text).join('')
    : '';

function entryOf(id: string, language: Language): MethodEntry {
  const [title, answer] = parseMarkdown(sources.get(id) ?? '');
  const said = textFor(language).methods.pages[id];
  return { id, title: said?.title ?? plain(title), answer: said?.answer ?? plain(answer) };
}

export const methodIds: readonly string[] = [...sources.keys()].sort();

/** Every method page, in groups. */
export function listMethods(language: Language): { group: MethodGroup; pages: MethodEntry[] }[] {
  const named = grouped.flatMap(([, ids]) => ids);
  const others = methodIds.filter((id) => !named.includes(id));
  return grouped.map(([group, ids]) => ({
    group,
    pages: [...ids, ...(group === 'showing' ? others : [])]
      .filter((id) => sources.has(id))
      .map((id) => entryOf(id, language))
  }));
}

/** One method page as blocks, without its title; null when there is none of that name. */
export function methodPage(
  id: string,
  language: Language
): { entry: MethodEntry; blocks: Block[] } | null {
  const source = sources.get(id);
  if (source === undefined) return null;
  return { entry: entryOf(id, language), blocks: parseMarkdown(source).slice(1) };
}

/** Title and name of pages, for links; those that are not there are left out. */
export const methodLinks = (ids: readonly string[], language: Language): MethodEntry[] =>
  [...new Set(ids)].filter((id) => sources.has(id)).map((id) => entryOf(id, language));

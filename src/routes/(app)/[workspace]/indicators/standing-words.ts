import { labelIn } from '$lib/codebook/codebook';
import type { InventoryRow, Standing } from '$lib/server/use-cases/inventory';
import { formatNumber } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';

/** Where an indicator stands, in words, with where to go on. */
export interface StandingWords {
  state: 'measured' | 'mappable' | 'missing';
  sentence: string;
  link: { href: string; label: string } | null;
}

/** @param canMap  may the asker change mappings: without it no link leads there */
export function standingWords(
  { standing, facts }: Pick<InventoryRow, 'standing' | 'facts'>,
  base: string,
  canMap: boolean,
  language: Language
): StandingWords {
  const words = textFor(language).inventory;
  const { missing } = words;
  const mapping = (waveId: string, query: string) =>
    canMap ? `${base}/data/${waveId}/mapping?${query}` : null;
  const linked = (href: string | null, label: string) => (href ? { href, label } : null);
  const toInputs = canMap ? { href: `${base}/indicators/inputs`, label: words.bring } : null;
  switch (standing.state) {
    case 'measured': {
      const [first] = standing.measures;
      const count = standing.measures.length;
      return {
        state: 'measured',
        sentence: words.measures(count, formatNumber(count, language)),
        link: first
          ? {
              href: `${base}/indicators/${encodeURIComponent(first.key)}?wave=${first.waveId}`,
              label: labelIn(first.labels, language) || first.key
            }
          : null
      };
    }
    case 'assessed':
      return { state: 'measured', sentence: words.assessed, link: null };
    case 'mappable':
      return standing.why === 'unsure'
        ? {
            state: 'mappable',
            sentence: missing.unsure,
            link: linked(
              mapping(standing.waveId, `m=${encodeURIComponent(standing.key)}#measure`),
              words.look
            )
          }
        : {
            state: 'mappable',
            sentence: missing.notMapped(labelIn(standing.input, language)),
            link: linked(mapping(standing.waveId, `add=${facts.id}#add-measure`), words.map)
          };
    case 'missing':
      return {
        state: 'missing',
        sentence: missingSentence(standing, language),
        link: standing.why === 'no-benchmark' || standing.why === 'no-records' ? toInputs : null
      };
  }
}

function missingSentence(
  standing: Extract<Standing, { state: 'missing' }>,
  language: Language
): string {
  const { missing, kinds } = textFor(language).inventory;
  switch (standing.why) {
    case 'no-survey':
      return missing.noSurvey;
    case 'no-question':
      return missing.noQuestion(labelIn(standing.input, language));
    case 'no-benchmark':
      return missing.noBenchmark(kinds[standing.kind] ?? standing.kind);
    case 'no-records':
      return missing[standing.records];
  }
}

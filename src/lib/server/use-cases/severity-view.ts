import { labelIn } from '$lib/codebook/codebook';
import { severities, severityLabels } from '$lib/priorities/severity';
import { flagText } from '$lib/text/flags';
import { formatNumber, formatPercent, formatPercentRange, writePeople } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import type { Priorities } from './priorities';

/** Combined severity in words: shares at a severity or worse, people, and the phase. */
export interface SeverityView {
  phase: string | null;
  rows: {
    key: string;
    label: string;
    share: string;
    range: string;
    people: string;
    answers: string;
  }[];
}

/** Null when the wave does not tell severities apart. */
export function viewSeverity(
  { severity, population }: Pick<Priorities, 'severity' | 'population'>,
  language: Language
): SeverityView | null {
  if (!severity) return null;
  const text = textFor(language);
  const t = text.priorities;
  const { table, phase } = severity;
  const next = severities.find((level) => level === (phase?.phase ?? 0) + 1) ?? null;
  return {
    phase: phase && t.phase(phase.phase, phase.nextPossible ? next : null, phase.isUnsure),
    rows: table.cells.map((cell) => {
      const level = severities.find((one) => String(one) === cell.at.item) ?? 1;
      const label = t.orWorse(level, labelIn(severityLabels[level], language), level === 4);
      const row = { key: String(level), label };
      if (cell.value === null || cell.low === null || cell.high === null || cell.n === null)
        return { ...row, share: flagText(cell, text), range: '', people: '', answers: '' };
      return {
        ...row,
        share: formatPercent(cell.value),
        range: formatPercentRange(cell.low, cell.high),
        people:
          population === null
            ? ''
            : writePeople(
                cell.value * population,
                cell.low * population,
                cell.high * population,
                language
              ),
        answers: formatNumber(cell.n, language)
      };
    })
  };
}

import { error } from '@sveltejs/kit';
import { labelIn } from '$lib/codebook/codebook';
import { indicators, recordIndicators } from '$lib/indicators';
import { decideLevel } from '$lib/indicators/levels';
import { can } from '$lib/server/access/capability';
import { requireAccess } from '$lib/server/access/require-access';
import { methodLinks } from '$lib/server/methods';
import { assessmentOf } from '$lib/server/use-cases/indicator-inputs';
import { inventoryRow } from '$lib/server/use-cases/inventory';
import { formatNumber, formatValue } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { standingWords } from '../standing-words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const row = inventoryRow(access, event.params.definition);
  if (!row) error(404, { message: textFor(language).access.noSuchPage, code: 'no-such-indicator' });
  const { facts, standing } = row;
  const base = `/${event.params.workspace}`;
  const said = (labels: Record<string, string>) => labelIn(labels, language);
  const survey = indicators.find(({ id }) => id === facts.id);
  const record = recordIndicators.find(({ id }) => id === facts.id);
  return {
    id: facts.id,
    code: facts.code,
    level: facts.level,
    label: said(facts.labels),
    rule: decideLevel({
      unitOfAnalysis: facts.unitOfAnalysis,
      claim: facts.claim,
      lever: facts.lever,
      split: { group: null, area: facts.level === 'mezzo' ? 'area' : null }
    }).rule,
    unit: facts.unit,
    unitOfAnalysis: facts.unitOfAnalysis,
    target: facts.target,
    lever: facts.lever,
    direction: facts.direction,
    universe: said(facts.universe),
    within: said(facts.within),
    feeds: facts.feeds,
    formula: facts.formula,
    source: facts.source,
    method: methodLinks(facts.method, language).map(({ id, title }) => ({ id, title })),
    inputs: (survey?.needs ?? []).map(({ id, labels, optional }) => ({
      id,
      label: said(labels),
      optional
    })),
    benchmarks: [...(survey?.benchmarks ?? record?.benchmarks ?? [])],
    examples: [
      ...(survey?.examples ?? []).map(({ title, expect }) => ({
        title,
        result: textFor(language).inventory.exampleOf(
          shown(expect.value, language),
          formatNumber(expect.n, language)
        )
      })),
      ...(record?.examples ?? []).map(({ title, expect }) => ({
        title,
        result: textFor(language).inventory.exampleRecord(shown(expect.value, language))
      }))
    ],
    standing: standingWords(row, base, can(access.role, 'analyze'), language),
    measures: standing.state === 'measured' ? byName(standing.measures, said, base) : [],
    assessed: assessedRows(assessmentOf(access, facts.id), facts, language)
  };
};

/** Measures of one name together, with an address for each wave that has it. */
function byName(
  measures: readonly {
    key: string;
    labels: Record<string, string>;
    waveId: string;
    wave: string;
  }[],
  said: (labels: Record<string, string>) => string,
  base: string
) {
  const named = new Map<string, { href: string; name: string }[]>();
  for (const { key, labels, waveId, wave } of measures) {
    const label = said(labels) || key;
    const href = `${base}/indicators/${encodeURIComponent(key)}?wave=${waveId}`;
    named.set(label, [...(named.get(label) ?? []), { href, name: wave }]);
  }
  return [...named].map(([label, waves]) => ({ label, waves }));
}

/** A worked example's number, to three decimals where it has any. */
const shown = (value: number, language: Language): string =>
  formatNumber(value, language, Number.isInteger(value) ? 0 : 3);

/** What records say, in words and numbers of the reader's language. Records speak of no respondent. */
function assessedRows(
  assessment: ReturnType<typeof assessmentOf>,
  { unit, decimals }: { unit: Parameters<typeof formatValue>[1]; decimals: number },
  language: Language
) {
  if (!assessment) return null;
  const words = textFor(language).inventory.inputs;
  return {
    sources: assessment.sources,
    rows: assessment.parts.map(({ key, labels, value, kappa, rows }) => ({
      key,
      label: labelIn(labels, language) || key,
      value:
        value === null
          ? words.unknown
          : formatValue(value, unit, Number.isInteger(value) ? 0 : decimals, language),
      readings: words.readings(rows, formatNumber(rows, language)),
      agreement:
        kappa === undefined
          ? null
          : kappa === null
            ? words.noAgreement
            : words.agreement(formatNumber(kappa, language, 2)),
      isLow: typeof kappa === 'number' && kappa < 0.7
    }))
  };
}

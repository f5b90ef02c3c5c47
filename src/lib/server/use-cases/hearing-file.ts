import { countWords } from '$lib/advocacy/word-budget';
import type { Issue, Parsed } from '$lib/base/issue';
import { exhibitSlide, mostSlideRows } from '$lib/charts/exhibit/slide';
import { toSvg } from '$lib/charts/figure-file';
import type { ChartModel, ModelRow } from '$lib/charts/model';
import { altText } from '$lib/charts/svg';
import { lightTheme } from '$lib/charts/theme';
import { labelIn, type Labels } from '$lib/codebook/codebook';
import { exhibitLabel } from '$lib/evidence/exhibit-label';
import { rangeKindOf } from '$lib/privacy/sample-type';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import type { SnapshotRow } from '$lib/server/db/queries/evidence';
import { listExhibitUses } from '$lib/server/db/queries/exhibit-use';
import { findHearing } from '$lib/server/db/queries/hearing';
import type { HearingExhibit, HearingFile } from '$lib/server/export/hearing-file/hearing-file';
import { formatMoment } from '$lib/text/dates';
import { formatMonths, formatNumber, writeRange, upperFirst } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { openExhibit, type OpenExhibit } from './exhibits';
import { groupWords, recipeOfSnapshot, releasedOf } from './frozen-figure';

/** A hearing's exhibits in its order, each as it was frozen. */
export interface HearingEvidence {
  hearing: NonNullable<ReturnType<typeof findHearing>>;
  exhibits: OpenExhibit[];
  /** what keeps the exhibits from standing at a hearing; `params.label`, `params.exhibit` say which */
  issues: Issue[];
}

/**
 * The exhibits of a hearing and what is wrong with them: a draft, withdrawn, resting on data that were
 * replaced, or none at all. Undefined when the hearing is not there or not the asker's to see.
 */
export function hearingEvidence(
  access: Access,
  hearingId: string,
  language: Language
): HearingEvidence | undefined {
  const hearing = findHearing(access, hearingId);
  if (!hearing) return undefined;
  const exhibits = listExhibitUses(access, 'hearing', hearingId).flatMap((use) => {
    const open = openExhibit(access, use.exhibitId, language);
    return open ? [open] : [];
  });
  const issues = exhibits.flatMap(({ row, label, isStale }): Issue[] => {
    const code =
      row.state === 'draft'
        ? 'hearing-exhibit-draft'
        : row.state === 'withdrawn'
          ? 'hearing-exhibit-withdrawn'
          : isStale
            ? 'hearing-exhibit-stale'
            : null;
    return code === null
      ? []
      : [{ code, severity: 'error', where: {}, params: { label, exhibit: row.id } }];
  });
  if (exhibits.length === 0) issues.push(...refused('hearing-without-exhibits').issues);
  return { hearing, exhibits, issues };
}

/**
 * What the offline file of a hearing holds.
 *
 * Refused: `hearing-not-here`, and the issues of `hearingEvidence`; with `markStale`, exhibits on older
 * data are let through and marked.
 */
export function hearingFile(
  access: Access,
  hearingId: string,
  language: Language,
  { markStale = false }: { markStale?: boolean } = {}
): Parsed<HearingFile> {
  const found = hearingEvidence(access, hearingId, language);
  if (!found) return refused('hearing-not-here');
  const issues = found.issues.filter(
    ({ code }) => !(markStale && code === 'hearing-exhibit-stale')
  );
  if (issues.length > 0) return { ok: false, issues };
  const { hearing, exhibits } = found;
  const text = textFor(language);
  const positions: Record<string, string> = text.advocacy.position;
  return {
    ok: true,
    value: {
      language,
      body: hearing.body,
      subject: hearing.subject,
      when: formatMoment(hearing.startsAt, hearing.zone, language),
      place: [hearing.place, hearing.address].filter(Boolean).join(', '),
      position: text.evidence.hearingFile.print.for(
        positions[hearing.position] ?? hearing.position
      ),
      limitSeconds: hearing.limitSeconds,
      exhibits: exhibits.map((open) => hearingExhibit(open, language)),
      script: hearing.script,
      notes: hearing.notes,
      isSample: exhibits.some(({ model }) => model.isSample)
    }
  };
}

function hearingExhibit(open: OpenExhibit, language: Language): HearingExhibit {
  const { row, label, model, snapshot, isStale } = open;
  return {
    label,
    title: row.title,
    slide: slideOf(open, language),
    alt: [altText(model), row.authorAlt ?? ''].filter(Boolean).join(' '),
    isStale,
    asked: askedAbout(snapshot, model, language)
  };
}

/**
 * The exhibit as it stands on the screen, its rows under their short names ("Renters"). A stack has no
 * single bar, so it is shown as its figure.
 */
function slideOf({ row, model, snapshot }: OpenExhibit, language: Language): string {
  const text = textFor(language).evidence.hearingFile;
  if (model.rows.every((each) => each.value === null) && model.parts.length > 0)
    return toSvg(model, lightTheme, { width: 1120 });
  const shown = slideRows(model);
  const more = shown.length < model.rows.length ? text.more(shown.length, model.rows.length) : '';
  const groups = groupWords(snapshot, language);
  const rows = model.rows.map((each) => ({
    ...each,
    label: upperFirst(groups[each.key] ?? each.label)
  }));
  return exhibitSlide(
    { ...model, rows },
    {
      number: exhibitLabel(row.number, row.version),
      headline: row.title,
      subline: [model.subtitle, more].filter(Boolean).join('. '),
      question: askedWords(snapshot, language),
      rows: shown.map(({ key }) => key),
      source: shortSource(snapshot, model, language)
    }
  );
}

/**
 * What a slide has room for: rows with a number, those in focus before all others, in the order of the
 * figure. The rest stands in the words for the picture and on paper.
 */
function slideRows(model: ChartModel): ModelRow[] {
  const rows = model.rows.filter((row) => row.value !== null);
  const focus = rows.filter((row) => row.isFocus && rows.some((one) => !one.isFocus));
  const rest = rows.filter((row) => !focus.includes(row));
  const kept = new Set([...focus, ...rest].slice(0, mostSlideRows));
  return rows.filter((row) => kept.has(row));
}

/** The first question in the words people read. */
export function askedWords(snapshot: SnapshotRow, language: Language): string {
  const [first] = recipeOfSnapshot(snapshot).asked;
  const labels = first && [first.labels, first.variables[0]?.labels].find(hasWords);
  return labels ? labelIn(labels, language) : '';
}

const hasWords = (labels: Labels | undefined): labels is Labels =>
  labels !== undefined && Object.values(labels).some((label) => label.trim() !== '');

/** Survey, months, answers: what a slide has room for. */
function shortSource(snapshot: SnapshotRow, model: ChartModel, language: Language): string {
  const text = textFor(language);
  const parts = releasedOf(snapshot).sources.map((source) =>
    [
      source.surveyName,
      formatMonths(source.fieldedFrom, source.fieldedTo, language) || source.waveName,
      text.figures.answers(formatNumber(source.responses, language))
    ].join(', ')
  );
  const sample = model.isSample ? ` ${text.shell.sampleData}.` : '';
  const open = model.sampleType === 'opt-in' ? ` ${text.figures.source.openStatement}` : '';
  return `${parts.join('; ')}.${sample}${open}`;
}

/** Likely questions with answers from the method, for the presenter. */
export function askedAbout(
  snapshot: SnapshotRow,
  model: ChartModel,
  language: Language
): HearingExhibit['asked'] {
  const text = textFor(language).evidence.hearingFile;
  const { questions: q, answers: a } = text;
  const table = releasedOf(snapshot);
  const { method } = recipeOfSnapshot(snapshot);
  const said = (labels: Labels | null): string =>
    labels ? asSentence(labelIn(labels, language)) : '';
  const [source] = table.sources;
  const lead = model.rows.find((row) => row.isFocus && row.value !== null);
  const { unit, decimals } = table.subject;
  const sure =
    lead && lead.low !== null && lead.high !== null
      ? rangeKindOf(model.sampleType) !== 'sampling'
        ? a.sureOpen(lead.valueText)
        : a.sure(
            `${lead.valueText} (${lead.label})`,
            writeRange(lead.low, lead.high, unit, decimals, language)
          )
      : '';
  const hidden = model.rows.some((row) => row.flag === 'c') ? a.hidden : '';
  return [
    {
      question: q.who,
      answer: source
        ? a.who(
            formatNumber(source.responses, language),
            method.universe ? labelIn(method.universe, language) : '',
            formatMonths(source.fieldedFrom, source.fieldedTo, language)
          )
        : a.unknown
    },
    {
      question: q.how,
      answer: [source ? a.sample[source.sampleType] : '', said(method.mode), said(method.weighting)]
        .filter(Boolean)
        .join(' ')
    },
    { question: q.sure, answer: sure || a.unknown },
    {
      question: q.compared,
      answer: lead && model.reference ? a.tested(lead.label, model.reference.label) : a.notCompared
    },
    { question: q.paid, answer: method.sponsor ? a.paid(method.sponsor) : a.unknown },
    {
      question: q.cannot,
      answer: [said(method.limits), a.cannot, hidden].filter(Boolean).join(' ')
    }
  ].filter(({ answer }) => answer !== '');
}

/** A note of the survey as a sentence of its own. */
const asSentence = (text: string): string =>
  text.trim() === '' ? '' : `${upperFirst(text.trim()).replace(/[.!?]$/, '')}.`;

/** Paragraphs of a script with the second at which each begins, at the pace it will be spoken. */
export function timedParagraphs(
  script: string,
  wordsPerMinute: number
): { text: string; startsAt: number }[] {
  let words = 0;
  return script
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((text) => {
      const startsAt = Math.round((words * 60) / wordsPerMinute);
      words += countWords(text);
      return { text, startsAt };
    });
}

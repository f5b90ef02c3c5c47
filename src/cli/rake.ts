import { readFileSync } from 'node:fs';
import { labelIn } from '$lib/codebook/codebook';
import { findWave } from '$lib/server/db/queries/survey';
import {
  computeWeights,
  makeWeights,
  useWeights,
  type MadeWeighting
} from '$lib/server/use-cases/weighting';
import { readWeighting } from '$lib/server/use-cases/weighting-form';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { isGiven, Misuse, optional, positional, type Command, type Outcome } from './command';
import { sentenceOf } from './sentence';
import { commandAccess, requireVersion, workspaceOption } from './workspace';

export const rake: Command = {
  name: 'rake',
  usage:
    'WAVE MARGINS.csv [--base VARIABLE|none] [--total N] [--trim usual|LOWER,UPPER] [--unknown refuse|keep] [--use] [--workspace SLUG]',
  summary:
    'Makes weights that meet known totals and shows how well; --use keeps them and every figure of the wave uses them.',
  options: {
    base: { type: 'string' },
    total: { type: 'string' },
    trim: { type: 'string' },
    unknown: { type: 'string' },
    use: { type: 'boolean' },
    ...workspaceOption
  },
  arguments: 2,
  async run(typed): Promise<Outcome> {
    const access = commandAccess(typed);
    const version = requireVersion(access, positional(typed, 0));
    const stored = findWave(access, version.waveId)?.design?.weight ?? 'none';
    const variable = optional(typed, 'base') ?? stored;
    const asked = readWeighting({
      method: 'rake',
      base: variable === 'none' ? '' : variable,
      margins: readText(positional(typed, 1)),
      total: readTotal(optional(typed, 'total')),
      keepUnknown: isKept(optional(typed, 'unknown')) ? 'yes' : '',
      ...readTrim(optional(typed, 'trim'))
    });
    if (!asked.ok) return asked;
    const made = isGiven(typed, 'use')
      ? await makeWeights(access, version.waveId, asked.value, null)
      : await computeWeights(access, version.waveId, asked.value, null);
    if (!made.ok) return made;
    const weightingId = 'weightingId' in made.value ? made.value.weightingId : null;
    if (weightingId !== null) {
      const used = useWeights(access, version.waveId, weightingId);
      if (!used.ok) return used;
    }
    const { notes, ...report } = withLabels(
      made.value.report,
      labelsOf(access.db, version.versionId)
    );
    return {
      ok: true,
      json: {
        versionId: version.versionId,
        weightingId,
        used: weightingId !== null,
        base: variable,
        ...report,
        issues: notes.map((note) => ({ ...note, message: sentenceOf(note) }))
      },
      text: describe({ notes, ...report }, weightingId !== null)
    };
  }
};

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Misuse(`The margins ${path} cannot be read: ${String(error)}`);
  }
}

function readTotal(text: string | null): string {
  if (text === null || (Number(text) > 0 && Number.isFinite(Number(text)))) return text ?? '';
  throw new Misuse('--total is a number of people.');
}

function isKept(text: string | null): boolean {
  if (text === null || text === 'refuse') return false;
  if (text === 'keep') return true;
  throw new Misuse('--unknown is refuse or keep.');
}

function readTrim(text: string | null): Record<string, string> {
  if (text === null) return {};
  if (text === 'usual') return { trim: 'usual' };
  const [lower = NaN, upper = NaN] = text.split(',').map(Number);
  if (lower >= 0 && lower < 1 && upper > 1)
    return { trim: 'ratio', lower: String(lower), upper: String(upper) };
  throw new Misuse('--trim is usual, or two multiples of the mean weight such as 0.3,3.');
}

type Report = MadeWeighting['report'];
type Labels = (variable: string, category: string) => string;

function labelsOf(db: Parameters<typeof readCodebook>[0], versionId: string): Labels {
  const { variables } = readCodebook(db, versionId);
  return (name, code) => {
    const category = variables
      .find((variable) => variable.name === name)
      ?.categories.find((one) => one.code === code);
    return (category && labelIn(category.labels, 'en')) || code;
  };
}

const withLabels = (report: Report, label: Labels): Report => ({
  ...report,
  margins: report.margins.map(({ variable, categories }) => ({
    variable,
    categories: categories.map((fit) => ({ ...fit, category: label(variable, fit.category) }))
  }))
});

function describe(report: Report, isUsed: boolean): string {
  const { after, before, margins, rounds, cycles, trim, notes } = report;
  const number = (n: number): string => String(Number(n.toPrecision(6)));
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`.padStart(7);
  return [
    `Converged after ${rounds} rounds${cycles > 1 ? `, weights cut ${cycles - 1} times` : ''}.`,
    `${after.n} respondents stand for ${number(after.sum)} people.`,
    `Design effect of the weights ${after.deff.toFixed(3)} (before ${before.deff.toFixed(3)}): as many as ${after.nEffective.toFixed(0)} equal answers.`,
    `Weights from ${number(after.min)} to ${number(after.max)}, median ${number(after.median)}.`,
    ...(trim ? [`${trim.trimmed} weights were cut to at most ${number(trim.upper)}.`] : []),
    '',
    ...margins.flatMap(({ variable, categories }) => [
      `${variable.padEnd(28)} answers  target  before   after`,
      ...categories.map(
        (fit) =>
          `  ${fit.category.slice(0, 26).padEnd(26)} ${String(fit.n).padStart(7)} ${percent(fit.targetShare)} ${percent(fit.shareBefore)} ${percent(fit.shareAfter)}`
      )
    ]),
    ...notes.map(sentenceOf),
    isUsed
      ? 'The weights are in use.'
      : 'Nothing was kept. With --use the weights are kept and used.'
  ].join('\n');
}

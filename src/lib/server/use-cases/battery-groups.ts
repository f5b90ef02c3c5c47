import { labelIn, type Labels } from '$lib/codebook/codebook';
import { groupVariables } from '$lib/indicators/propose/group-variables';
import { ownDimension } from '$lib/indicators/own-dimension';
import { findCell } from '$lib/privacy/release';
import { speaksForWholeOnly } from '$lib/privacy/sample-type';
import {
  restKey,
  type Dimension,
  type Flag,
  type Released,
  type ReleasedTable
} from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { responsesOf } from '$lib/server/db/queries/dataset-version';
import { explainFlags, flagMark } from '$lib/text/flags';
import { formatNumber, formatPercent, joinWords, labelOf, memberLabel } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { indicatorTable } from './indicator-table';
import type { ShownFigure } from './show-figure';

/** A question with several answers, by one way to split people. */
export interface BatteryByGroup {
  id: string;
  heading: string;
  groups: string[];
  rows: { key: string; label: string; cells: string[] }[];
  /** the marks in the cells, explained */
  flags: { flag: Flag; text: string }[];
  /** whether a group's answers differ from those of everyone else, all options together */
  tests: { key: string; sentence: string; numbers: string }[];
}

const option = 'option';
const mostSplits = 4;

/**
 * Options of a set by every split about people, with one test for all options of a group. Empty for
 * other measures, and where a sample speaks for the whole only.
 */
export function batteryByGroup(
  access: Access,
  { wave, instance, recipes }: ShownFigure,
  language: Language
): BatteryByGroup[] {
  const version = recipes[0]?.datasetVersionId;
  const codebook = version ? responsesOf(access, version)?.codebook : undefined;
  const isSplit = !(wave.sampleType && speaksForWholeOnly(wave.sampleType));
  if (!codebook || !isSplit || ownDimension(instance) !== option) return [];
  return groupVariables(codebook)
    .filter(({ name, isAboutPeople }) => isAboutPeople && name !== wave.areaVariable)
    .slice(0, mostSplits)
    .flatMap(({ name, labels }) => {
      const result = indicatorTable(access, {
        waves: [wave.id],
        instanceKey: instance.key,
        group: name,
        withArea: false
      });
      const heading = labelIn(wave.groupNames?.[name] ?? labels, language);
      const said = wave.groupWords?.[name] ?? {};
      const split = { name, heading, said };
      return result.ok ? [viewSplit(result.value.table, split, language)] : [];
    });
}

function viewSplit(
  table: Released<ReleasedTable>,
  { name, heading, said }: { name: string; heading: string; said: Record<string, Labels> },
  language: Language
): BatteryByGroup {
  const membersOf = (id: string) => table.dimensions.find((one) => one.id === id)?.members ?? [];
  const groups = membersOf(name).map(({ key, labels }) => {
    const words = said[key];
    return {
      key,
      label: memberLabel({ key, labels }, words && labelIn(words, language), language)
    };
  });
  return {
    id: name,
    heading,
    groups: groups.map(({ label }) => label),
    rows: membersOf(option).map(({ key, labels }) => ({
      key,
      label: labelOf(labels, language),
      cells: groups.map((group) => {
        const cell = findCell(table, { [option]: key, [name]: group.key });
        return cell?.value == null
          ? flagMark(cell?.flag ?? 'x')
          : [formatPercent(cell.value), flagMark(cell.flag)].filter(Boolean).join(' ');
      })
    })),
    flags: explainFlags(
      table.cells.map(({ flag }) => flag),
      textFor(language)
    ),
    tests: groups.flatMap((group) => viewTest(table, name, group, membersOf(option), language))
  };
}

type Member = Dimension['members'][number];

function viewTest(
  { jointTests = [], contrasts }: ReleasedTable,
  name: string,
  group: { key: string; label: string },
  options: readonly Member[],
  language: Language
): BatteryByGroup['tests'] {
  const words = textFor(language).explore.indicator.battery;
  const test = jointTests.find(({ a }) => a[name] === group.key);
  if (!test) return [];
  const { label } = group;
  const apart = options.filter(({ key }) =>
    contrasts.some(
      ({ a, b, tested }) =>
        tested && a[option] === key && a[name] === group.key && b[name] === restKey(group.key)
    )
  );
  const names = joinWords(
    apart.map(({ labels }) => labelOf(labels, language)),
    language
  );
  const sentences =
    test.p < 0.05
      ? [words.differs(label), ...(apart.length > 0 ? [words.oneByOne(names)] : [])]
      : [words.alike(label)];
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  return [
    {
      key: group.key,
      sentence: sentences.join(' '),
      numbers: words.numbers(
        number(test.f, 2),
        number(test.df1),
        number(test.df2),
        test.p < 0.001 ? `< ${number(0.001, 3)}` : `= ${number(test.p, 3)}`
      )
    }
  ];
}

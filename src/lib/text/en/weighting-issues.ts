import type { Issue, Place } from '$lib/base/issue';

type Params = Issue['params'];
type Sentence = (params: Params, where: Place) => { problem: string; fix: string };

const at = ({ line }: Place): string => (line === undefined ? '' : `Line ${line}: `);
const people = (value: string | number | undefined): string =>
  Number(value).toLocaleString('en-US', { maximumFractionDigits: 1 });
const answers = (value: string | number | undefined): string =>
  Number(value) === 1 ? '1 answer' : `${people(value)} answers`;

/** What is wrong with weights that are to be made, or worth knowing about them, and what to do. */
export const weightingIssues = {
  'margins-none': () => ({
    problem: 'There are no targets to weight to.',
    fix: 'Paste a table of targets, choose a CSV file, or fill in the boxes of a question.'
  }),
  'weighting-number-unreadable': ({ value }) => ({
    problem: `"${value}" is not a number.`,
    fix: 'Write digits such as 12000.'
  }),
  'margins-file-long': () => ({
    problem: 'This file is too long for a table of targets.',
    fix: 'Choose the file with the targets, not the answers.'
  }),
  'margin-line-short': (_, where) => ({
    problem: `${at(where)}a target line needs a category and a number.`,
    fix: 'Write one line a category, such as "tenure,rent,90000".'
  }),
  'margin-number-unreadable': ({ value, category }, where) => ({
    problem: `${at(where)}"${value}" for ${category} is not a number.`,
    fix: 'Write a count such as 66000 or a share such as 52%.'
  }),
  'margin-category-twice': ({ category, variable }, where) => ({
    problem: `${at(where)}"${category}" of ${variable} has two targets.`,
    fix: 'Add them up and keep one line.'
  }),
  'margin-variable-twice': ({ variable }, where) => ({
    problem: `${at(where)}${variable} has two tables of targets.`,
    fix: 'Keep one of them.'
  }),
  'margin-variable-unknown': ({ variable }, where) => ({
    problem: `${at(where)}the answers have no question or column "${variable}".`,
    fix: 'Use the name in the codebook.'
  }),
  'margin-variable-no-categories': ({ variable }, where) => ({
    problem: `${at(where)}${variable} has too many different values to weight by.`,
    fix: 'Use a column of groups instead, such as age groups.'
  }),
  'margin-category-unknown': ({ category, variable, choices }, where) => ({
    problem: `${at(where)}${variable} has no answer "${category}". It has: ${choices}.`,
    fix: 'Write the answer as in the codebook, or merge it with another one.'
  }),
  'margin-category-empty': ({ category, variable, target }) => ({
    problem: `Nobody who answered is in "${category}" of ${variable}, but ${people(target)} people are.`,
    fix: 'Add its number to a group that is near to it, in the targets and in the data.'
  }),
  'margin-category-without-target': ({ category, variable, count }) => ({
    problem: `${answers(count)} say "${category}" in ${variable}, and there is no target for it.`,
    fix: 'Add a line with its target.'
  }),
  'margin-values-missing': ({ variable, count, row }) => ({
    problem: `${answers(count)} have nothing in ${variable}; the first is answer ${row}.`,
    fix: 'Keep them as a group of their own, or leave this question out.'
  }),
  'margin-totals-differ': ({ first, firstTotal, second, secondTotal }) => ({
    problem: `The targets of ${first} add up to ${people(firstTotal)}, those of ${second} to ${people(secondTotal)}.`,
    fix: 'Correct them, or say how many people all of them are to add up to.'
  }),
  'margin-target-unusable': ({ category, variable, value }) => ({
    problem: `The target of "${category}" in ${variable} is ${value}.`,
    fix: 'Targets are numbers above 0.'
  }),
  'margin-target-zero': ({ category, variable, count }) => ({
    problem: `The target of "${category}" in ${variable} is 0, but ${answers(count)} are in it.`,
    fix: 'Give it a target, or leave those answers out when you import.'
  }),
  'weights-missing': ({ count, row }) => ({
    problem: `${answers(count)} have no weight to start from; the first is answer ${row}.`,
    fix: 'Start from another column, or from equal weights.'
  }),
  'weights-negative': ({ count, row }) => ({
    problem: `${answers(count)} have a weight below 0; the first is answer ${row}.`,
    fix: 'Start from another column, or from equal weights.'
  }),
  'weights-all-zero': () => ({
    problem: 'No answer has a weight above 0 to start from.',
    fix: 'Start from another column, or from equal weights.'
  }),
  'weighting-variable-unknown': ({ variable }) => ({
    problem: `"${variable}" is not a column this can use.`,
    fix: 'Choose one from the list.'
  }),
  'weighting-not-converged': ({ variable, category, percent, rounds }) => ({
    problem: `The targets cannot all be met: after ${rounds} rounds "${category}" of ${variable} is still ${percent}% off.`,
    fix: 'Merge small groups, leave one question out, or allow heavier weights.'
  }),
  'bounds-unusable': () => ({
    problem: 'These limits cannot hold any weights.',
    fix: 'The lower limit is below 1, the upper one above 1, as multiples of the mean weight.'
  }),
  'bounds-too-tight': ({ lower, upper, category }) => ({
    problem: `No weights between ${lower} and ${upper} times the old ones meet the targets; "${category}" fits worst.`,
    fix: 'Widen the limits, or merge small groups.'
  }),
  'trim-not-possible': () => ({
    problem: 'Weights inside these limits cannot add up to the total.',
    fix: 'Widen the limits.'
  }),
  'casper-numbers-unusable': () => ({
    problem: 'CASPER weights need two whole numbers above 0.',
    fix: 'Fill in the homes in the whole area and the clusters that were chosen, usually 30.'
  }),
  'casper-cluster-missing': ({ count, row }) => ({
    problem: `${answers(count)} have no cluster; the first is answer ${row}.`,
    fix: 'Choose another column, or fill in the clusters and import again.'
  }),
  'casper-clusters-too-few': ({ found, selected }) => ({
    problem: `Answers come from ${found} clusters, but only ${selected} were chosen.`,
    fix: 'Correct the number of clusters, or choose another column.'
  }),
  'poststratify-one-margin': () => ({
    problem: 'Post-stratification takes one table.',
    fix: 'Use raking for several tables, or one table over several questions.'
  }),
  'no-such-weighting': () => ({
    problem: 'These weights are no longer here.',
    fix: 'Make them again.'
  }),
  'design-weighting-unknown': () => ({
    problem: 'The weights this wave uses are no longer here.',
    fix: 'Make weights again, or use those of the file.'
  }),
  'design-weighting-other-version': () => ({
    problem: 'The weights this wave uses were made for an earlier import.',
    fix: 'Make them again for the new answers, or use those of the file.'
  }),
  'design-weighting-changed': () => ({
    problem: 'The weights this wave uses are not what was made: their bytes changed.',
    fix: 'Restore a backup.'
  }),
  'margin-category-small': ({ category, variable, count }) => ({
    problem: `Only ${answers(count)} are in "${category}" of ${variable}, fewer than 30.`,
    fix: 'A few people carry a whole group. Merge it with a near one if the weights get large.'
  }),
  'margin-rescaled': ({ variable, from, to }) => ({
    problem: `The targets of ${variable} added up to ${people(from)} and were scaled to ${people(to)}.`,
    fix: 'Check that this is the number of people you mean.'
  }),
  'margin-shares': ({ variable, sum, people: all }) => ({
    problem: `The targets of ${variable} add up to ${sum} and were read as shares of ${people(all)} people.`,
    fix: 'If they are counts, say how many people there are in all.'
  }),
  'margin-unknown-kept': ({ variable, count }) => ({
    problem: `${answers(count)} have nothing in ${variable}. They keep their share as a group of their own.`,
    fix: 'Nothing to do.'
  }),
  'made-weights-negative': ({ count }) => ({
    problem: `${answers(count)} got a weight below 0.`,
    fix: 'Use raking instead.'
  }),
  'trim-not-settled': ({ count }) => ({
    problem: `${answers(count)} are still above the limit: the targets pull them up again.`,
    fix: 'Widen the limit, or merge small groups.'
  })
} satisfies Record<string, Sentence>;

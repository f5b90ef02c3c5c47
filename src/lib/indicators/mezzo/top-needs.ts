import { no, outside, yes, yesNoColumn } from '../answer-column';
import { inputOf } from '../answer-column';
import { chosenParts } from '../chosen-column';
import { defineIndicator } from '../define-indicator';
import { batteryTable } from '../share-table';
import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { MappedInput } from '../definition';
import type { Part } from '../share-table';

/** Z3. Share of people who name each need, with the ranks that chance leaves open. */
export const topNeeds = defineIndicator({
  id: 'top-needs',
  code: 'Z3',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'community',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Needs named most', es: 'Necesidades más nombradas' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who named at least one',
    es: 'quienes nombraron al menos una'
  },
  formula: 'share naming the need; rank from 1 + those surely above to G - those surely below',
  source:
    'Klein M., Wright T., Wieczorek J. (2020), A joint confidence region for an overall ranking of populations, Journal of the Royal Statistical Society C 69(3).',
  method: ['select-all', 'priorities'],
  needs: [
    {
      id: 'named',
      accepts: ['multiple-response', 'battery', 'single'],
      optional: false,
      labels: { en: 'Needs named', es: 'Necesidades nombradas' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const parts = namedParts(responses, inputOf(instance.inputs, 'named'));
    const dimension = { id: 'option', labels: { en: 'Need', es: 'Necesidad' } };
    const measure = { yes: [yes], base: [yes, no], classes: 2 };
    const table = batteryTable(home, context, dimension, parts, measure);
    // Ranks claim something of all needs at once, so their intervals are wider (Bonferroni).
    const together = { ...context, confidence: 1 - 0.05 / Math.max(1, parts.length) };
    const wide = batteryTable(home, together, dimension, parts, measure);
    return {
      ...table,
      rankBounds: wide.cells
        .filter(({ at }) => Object.keys(at).length === 1)
        .flatMap(({ at, estimate: { low, high } }) =>
          low === null || high === null ? [] : [{ at, low, high }]
        )
    };
  },
  examples: [
    {
      title: 'two of three people who chose any chose rent',
      given: { rent: ['1', '1', '0', null], food: ['0', '1', '1', null] },
      inputs: { named: { questionId: 'top', variables: ['rent', 'food'], yes: ['1'], no: ['0'] } },
      at: { option: 'rent' },
      expect: { value: 2 / 3, n: 3 }
    },
    {
      title: 'first and second choice count alike',
      given: { first: ['rent', 'food', 'rent', null], second: ['food', null, 'bus', null] },
      inputs: {
        named: { questionId: 'top', variables: ['first', 'second'], yes: ['rent', 'food'], no: [] }
      },
      at: { option: 'food' },
      expect: { value: 2 / 3, n: 3 }
    }
  ]
});

/**
 * Needs as columns of named or not. Each its own variable (chosen or not), or, where no answer counts
 * as no, variables that hold a first, second, ... choice and `yes` the codes of the needs.
 */
function namedParts(responses: Responses, input: MappedInput): Part[] {
  if (input.no.length > 0) return chosenParts(responses, input, null);
  const columns = input.variables.map((name) => {
    const { categories } = responses.categories(name);
    return { name, codes: categories.map(({ code }) => code), categories };
  });
  const labelOf = (code: string): Labels =>
    columns.flatMap(({ categories }) => categories).find((one) => one.code === code)?.labels ?? {
      und: code
    };
  return input.yes.map((code) => {
    const classOf = new Uint8Array(responses.rows);
    for (const { name, codes } of columns) {
      const others = codes.filter((one) => one !== code);
      const marks = yesNoColumn(responses, { yes: [code], no: others }, name);
      for (let i = 0; i < classOf.length; i++)
        if (marks[i] === yes) classOf[i] = yes;
        else if (marks[i] === no && classOf[i] === outside) classOf[i] = no;
    }
    return { key: code, labels: labelOf(code), classOf };
  });
}

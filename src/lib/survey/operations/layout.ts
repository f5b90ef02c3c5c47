import * as v from 'valibot';
import type { LayoutOverride } from '../file/open-file';
import { defineOperation } from './operation';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
const few = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50));

/**
 * How the file is to be read, where it was read otherwise. The file is read again with it and gives
 * another proposal, to which the other decisions are applied; only the decimal sign changes the plan alone.
 */
export const layoutOperation = defineOperation({
  kind: 'layout',
  schema: v.object({
    encoding: v.optional(v.picklist(encodings)),
    delimiter: v.optional(v.pipe(v.string(), v.length(1))),
    preambleRecords: v.optional(few),
    headerRows: v.optional(few),
    decimal: v.optional(v.picklist(['.', ',']))
  }),
  apply: (plan, { decimal }) =>
    decimal === undefined
      ? plan
      : {
          ...plan,
          variables: plan.variables.map((variable) => {
            const { source } = variable;
            if (source.from !== 'column' || !source.number || source.number.decimal === decimal)
              return variable;
            // The sign that splits thousands cannot be the decimal sign as well.
            const thousands =
              source.number.thousands === decimal ? source.number.decimal : source.number.thousands;
            return { ...variable, source: { ...source, number: { decimal, thousands } } };
          })
        },
  describe: (args) =>
    Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined))
});

/** What the decisions in force say about how the bytes are read; a later one goes before an earlier one. */
export function layoutSaid(operations: readonly { kind: string }[]): LayoutOverride {
  let said: LayoutOverride = {};
  for (const operation of operations) {
    if (operation.kind !== 'layout') continue;
    const parsed = v.safeParse(layoutOperation.schema, operation);
    if (!parsed.success) continue;
    const { encoding, delimiter, preambleRecords, headerRows } = parsed.output;
    said = {
      ...said,
      ...(encoding && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(preambleRecords !== undefined && { preambleRecords }),
      ...(headerRows !== undefined && { headerRows })
    };
  }
  return said;
}

import * as v from 'valibot';
import { isDay } from './day';
import type { ProblemCode } from './problem';

/** Form fields: what is absent arrives as an empty text; messages are problem codes. */
const typed = v.optional(v.string(), '');

const tooLong: ProblemCode = 'text-too-long';

/** A text that must be there. */
export const requiredText = (missing: ProblemCode = 'text-missing', longest = 500) =>
  v.pipe(typed, v.trim(), v.minLength(1, missing), v.maxLength(longest, tooLong));

/** A text, empty when nothing was typed. */
export const someText = (longest = 500) => v.pipe(typed, v.trim(), v.maxLength(longest, tooLong));

/** A text, null when nothing was typed. */
export const optionalText = (longest = 500) =>
  v.pipe(
    someText(longest),
    v.transform((text) => text || null)
  );

/** One of a list. */
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  v.pipe(
    typed,
    v.minLength(1, 'choice-missing' satisfies ProblemCode),
    v.picklist(options, 'choice-unknown' satisfies ProblemCode)
  );

/** One of a list with a first choice for a form that does not ask. */
export const choiceOr = <const Options extends readonly [string, ...string[]]>(
  options: Options,
  first: Options[number]
) =>
  v.pipe(
    typed,
    v.transform((text) => text || first),
    v.picklist(options, 'choice-unknown' satisfies ProblemCode)
  );

/** A day, null when nothing was typed. */
export const optionalDay = v.pipe(
  typed,
  v.check((text) => text === '' || isDay(text), 'day-unreadable' satisfies ProblemCode),
  v.transform((text) => text || null)
);

/** A number as typed ("1,200", "0.5", "-2"), null when nothing was typed. */
export const optionalNumber = (low: number, high: number) =>
  v.pipe(
    typed,
    v.transform((text) => text.replaceAll(',', '').trim()),
    v.check(
      (text) => text === '' || /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text),
      'number-unreadable' satisfies ProblemCode
    ),
    v.transform((text) => (text === '' ? null : Number(text))),
    v.check(
      (value) => value === null || Number.isNaN(value) || (value >= low && value <= high),
      'number-out-of-range' satisfies ProblemCode
    )
  );

/** A whole number, null when nothing was typed. */
export const optionalWhole = (low: number, high: number) =>
  v.pipe(
    optionalNumber(low, high),
    v.check(
      (value) => value === null || Number.isInteger(value),
      'number-unreadable' satisfies ProblemCode
    )
  );

/** A check box: true when it was sent. */
export const checked = v.pipe(
  typed,
  v.transform((text) => text !== '')
);

/** Boxes or a multiple select: a list of one or more of the options. */
export const choices = <const Options extends readonly [string, ...string[]]>(
  options: Options,
  missing: ProblemCode,
  unknown: ProblemCode
) =>
  v.pipe(
    v.optional(v.union([v.array(v.string()), v.string()]), []),
    v.transform((given) => (Array.isArray(given) ? given : [given]).filter((item) => item !== '')),
    v.minLength(1, missing),
    v.array(v.picklist(options, unknown))
  );

/** A web address (https or http), null when nothing was typed. */
export const optionalWebAddress = v.pipe(
  someText(2000),
  v.check(
    (text) => text === '' || isWebAddress(text),
    'web-address-unreadable' satisfies ProblemCode
  ),
  v.transform((text) => text || null)
);

function isWebAddress(text: string): boolean {
  const address = URL.canParse(text) ? new URL(text) : null;
  return address?.protocol === 'https:' || address?.protocol === 'http:';
}

/** Who may see a row beside its owner organization. */
export const visibilities = ['organization', 'coalition', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
export const visibility = choiceOr(visibilities, 'organization');

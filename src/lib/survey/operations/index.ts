import * as v from 'valibot';
import { acceptAllOperation } from './accept-all';
import { acceptOpenOperation } from './accept-open';
import { bulkOperation } from './bulk';
import { decideOperation } from './decide';
import { designOperation } from './design';
import { editOperation } from './edit';
import { flipOperation } from './flip';
import { layoutOperation } from './layout';
import type { OperationKind, Stamp } from './operation';
import { protectOperation } from './protect';
import { templateOperation } from './template';
import { useOperation } from './use';

/** Every kind of decision a person makes about an import. A new kind is one file and one line here. */
export const operationKinds = [
  useOperation,
  editOperation,
  bulkOperation,
  flipOperation,
  decideOperation,
  acceptAllOperation,
  acceptOpenOperation,
  layoutOperation,
  designOperation,
  protectOperation,
  templateOperation
] as const;

type Kind = (typeof operationKinds)[number];

type Decided<K> =
  K extends OperationKind<infer Name, infer S> ? { kind: Name } & v.InferOutput<S> : never;
/** A decision before it is kept. */
export type Decision = Decided<Kind>;
/** A decision as it stands in the log of a draft. */
export type Operation = Decision & Stamp;

const byName = new Map<string, OperationKind>(operationKinds.map((one) => [one.kind, one]));

/** The kind of an operation; undefined for one that this program does not know. */
export const findOperationKind = (name: string): OperationKind | undefined => byName.get(name);

/** Checks a decision from outside; null when it is none. */
export function parseDecision(input: { kind: string }): Decision | null {
  const kind = byName.get(input.kind);
  const parsed = kind && v.safeParse(kind.schema, input);
  return parsed?.success ? ({ kind: input.kind, ...(parsed.output as object) } as Decision) : null;
}

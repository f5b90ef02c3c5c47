import type { IndicatorInstance, InputSpec } from './definition';

/**
 * Names under which an input is mapped, in order: its id, and for one that takes several questions
 * `id-2`, `id-3`, ... Empty where nothing is mapped.
 */
export function inputKeys(
  { id, many }: Pick<InputSpec, 'id' | 'many'>,
  inputs: IndicatorInstance['inputs']
): string[] {
  return Object.keys(inputs)
    .flatMap((name) => {
      const place = name === id ? 1 : many ? placeIn(id, name) : 0;
      return place > 0 ? [{ name, place }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}

/** Place of "deprived-3" among the inputs of "deprived": 3; 0 when it is not one of them. */
const placeIn = (id: string, name: string): number =>
  name.startsWith(`${id}-`) && /^[2-9]\d*$|^1\d+$/.test(name.slice(id.length + 1))
    ? Number(name.slice(id.length + 1))
    : 0;

/** The name of the nth question of an input: "deprived", "deprived-2", ... */
export const inputKey = (id: string, n: number): string => (n === 1 ? id : `${id}-${n}`);

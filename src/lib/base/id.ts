/** A sortable text id: 10 characters of time, 16 of chance, Crockford base 32 (the ULID layout). */
export type Id = string;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * @param now milliseconds since 1970; ids made later sort later
 * @param random 16 numbers in 0..31
 */
export function newId(now: number = Date.now(), random: ArrayLike<number> = chance()): Id {
  let time = '';
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32))
    time = alphabet.charAt(rest % 32) + time;
  let tail = '';
  for (let i = 0; i < 16; i++) tail += alphabet.charAt((random[i] ?? 0) & 31);
  return time + tail;
}

const chance = (): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(16));

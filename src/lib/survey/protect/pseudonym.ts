import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Crockford's alphabet: no letter looks like a digit or like another letter. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 80 bits: two of a million people share a code once in about two trillion surveys. */
const CODE_BYTES = 10;

/**
 * The same person written in different ways: capitals, accents' encoding and spaces do not matter, and
 * of a telephone only its digits do (without the leading 1 of North America).
 */
export function personKey(text: string): string {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (!/^\+?[\d\s().-]{7,24}$/.test(plain)) return plain;
  const digits = plain.replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/**
 * Codes for persons: `p` and 16 letters and digits of HMAC-SHA-256 under a secret key (RFC 2104). The
 * same text gives the same code under one key and an unrelated one under another; without the key
 * nobody can try names until a code fits.
 *
 * @param secret the key of the workspace, 32 bytes
 * @throws RangeError when the key is shorter than 16 bytes
 */
export function pseudonymizer(secret: Uint8Array): (text: string) => string {
  if (secret.length < 16) throw new RangeError('a key for pseudonyms has at least 16 bytes');
  const keyed = hmac.create(sha256, secret);
  return (text) => {
    const digest = keyed
      .clone()
      .update(utf8ToBytes(personKey(text)))
      .digest();
    return `p${encode(digest.subarray(0, CODE_BYTES))}`;
  };
}

function encode(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return out;
}

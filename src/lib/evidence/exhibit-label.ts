/**
 * How an exhibit is called: "3", its second version "3a", its third "3b". After "3z" comes "3aa".
 *
 * @param version from 1
 */
export function exhibitLabel(number: number, version: number): string {
  let letters = '';
  for (let rest = version - 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return `${number}${letters}`;
}

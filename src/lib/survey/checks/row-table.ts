const WORDS = 5;

/**
 * What is remembered of rows to find one again: 64 bits of its key, 64 of all its cells, and its line.
 * Twenty bytes a row in typed arrays, so that the memory for a million rows is known beforehand.
 */
export class RowTable {
  private slots = 1 << 12;
  private words = new Uint32Array(this.slots * WORDS);
  private used = 0;

  /**
   * Looks a row up by its key, and remembers it when the key is new.
   *
   * @returns the line of the first row with the key and whether it is the same in every cell; null when new
   */
  find(
    key: readonly [number, number],
    row: readonly [number, number],
    line: number
  ): { line: number; isSame: boolean } | null {
    if (this.used * 4 > this.slots * 3) this.grow();
    const at = this.slotOf(key[0], key[1]);
    const { words } = this;
    if (words[at + 4] !== 0)
      return {
        line: words[at + 4] ?? 0,
        isSame: words[at + 2] === row[0] >>> 0 && words[at + 3] === row[1] >>> 0
      };
    words[at] = key[0];
    words[at + 1] = key[1];
    words[at + 2] = row[0];
    words[at + 3] = row[1];
    words[at + 4] = line;
    this.used++;
    return null;
  }

  /** Place of a key, or the free one where it belongs; line 0 marks a free place. */
  private slotOf(high: number, low: number): number {
    const { words, slots } = this;
    for (let slot = low & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const at = slot * WORDS;
      if (words[at + 4] === 0) return at;
      if (words[at] === high >>> 0 && words[at + 1] === low >>> 0) return at;
    }
  }

  private grow(): void {
    const old = this.words;
    this.slots *= 2;
    this.words = new Uint32Array(this.slots * WORDS);
    for (let from = 0; from < old.length; from += WORDS) {
      if (old[from + 4] === 0) continue;
      const at = this.slotOf(old[from] ?? 0, old[from + 1] ?? 0);
      for (let i = 0; i < WORDS; i++) this.words[at + i] = old[from + i] ?? 0;
    }
  }
}

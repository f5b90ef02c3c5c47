/** Names of variables: lower-case words joined by "_", at most 48 characters, each given once. */
export class Names {
  private readonly given = new Set<string>();

  /** @param heading what to name after; a blank one gives `column_<position>` */
  take(heading: string, position: number): string {
    const base = slug(heading) || `column_${position + 1}`;
    let name = base;
    for (let i = 2; this.given.has(name); i++) name = `${base}_${i}`;
    this.given.add(name);
    return name;
  }
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 48)
    .replace(/_+$/, '');

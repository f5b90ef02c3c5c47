import type { Id } from '$lib/base/id';
import type { Sight } from '$lib/survey/templates/template';
import { readCodebook } from './codebook-rows';
import { decodeReasons } from './column-codec';
import { readChunks } from './columns';
import type { Db } from './open';

/**
 * What the answers of a version were: cells by their code for no answer, and the codes of the answers.
 * Reads only the reasons, a chunk at a time; blank cells are not counted.
 */
export function storedSight(db: Db, version: { id: Id; imported: number }): Sight {
  const cells: Sight['cells'] = {};
  const values: Sight['values'] = {};
  readCodebook(db, version.id).variables.forEach(({ name, kind, categories, missing }, number) => {
    if (kind === 'categorical') values[name] = categories.map(({ code }) => code);
    if (missing.every(({ token }) => token === '')) return;
    const counts = new Uint32Array(256);
    for (const chunk of readChunks(db.$client, version.id, number, 'missing'))
      for (const reason of decodeReasons(chunk.encoding, chunk.rows, chunk.data))
        counts[reason] = (counts[reason] ?? 0) + 1;
    cells[name] = Object.fromEntries(
      missing.flatMap(({ token }, i) => (token === '' ? [] : [[token, counts[i + 1] ?? 0]]))
    );
  });
  return { rows: version.imported, cells, values };
}

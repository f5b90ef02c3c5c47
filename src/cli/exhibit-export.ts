import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused } from '$lib/server/access/refused';
import {
  findExhibit,
  findSnapshot,
  listExhibitItems,
  listExhibits
} from '$lib/server/db/queries/evidence';
import { exportFigure, figureFormats, type FigureFormat } from '$lib/server/export/figure';
import { modelOfSnapshot } from '$lib/server/use-cases/frozen-figure';
import type { ChartType } from '$lib/charts/model';
import { isLanguage } from '$lib/text/text';
import { Misuse, optional, positional, required, type Command, type Outcome } from './command';
import { commandAccess, workspaceOption } from './workspace';

export const exhibit: Command = {
  name: 'exhibit',
  usage: `export ID --format ${figureFormats.join('|')} [--language en|es] [--to FOLDER] [--workspace SLUG]`,
  summary: 'Writes the figures of a frozen exhibit, by its id or number, as files.',
  options: {
    format: { type: 'string' },
    language: { type: 'string' },
    to: { type: 'string' },
    ...workspaceOption
  },
  arguments: 2,
  run(typed): Outcome {
    if (positional(typed, 0) !== 'export') throw new Misuse('Only "exhibit export" is known.');
    const format = required(typed, 'format');
    if (!isFormat(format)) throw new Misuse(`There is no format "${format}".`);
    const language = optional(typed, 'language') ?? 'en';
    if (!isLanguage(language)) throw new Misuse(`There is no language "${language}".`);
    const access = commandAccess(typed);
    const name = positional(typed, 1);
    const found =
      findExhibit(access, name) ??
      listExhibits(access)
        .filter((each) => String(each.number) === name && each.state !== 'draft')
        .sort((a, b) => b.version - a.version)[0];
    if (!found) return refused('no-such-exhibit');
    if (found.state === 'draft') return refused('exhibit-not-frozen');
    const files = listExhibitItems(access, found.id).flatMap(({ snapshotId }, i) => {
      const snapshot = findSnapshot(access, snapshotId);
      if (!snapshot) return [];
      const model = modelOfSnapshot(snapshot, language, {
        id: `exhibit-${found.number}-${i + 1}`,
        chartType: found.chartType as ChartType,
        title: found.title
      });
      const file = exportFigure(model, format);
      const path = join(optional(typed, 'to') ?? '.', file.name);
      writeFileSync(path, file.body);
      return [{ file: path, bytes: Buffer.byteLength(file.body) }];
    });
    return {
      ok: true,
      json: { exhibitId: found.id, number: found.number, sha256: found.sha256, files },
      text: files.map(({ file }) => file).join('\n')
    };
  }
};

const isFormat = (text: string): text is FigureFormat =>
  (figureFormats as readonly string[]).includes(text);

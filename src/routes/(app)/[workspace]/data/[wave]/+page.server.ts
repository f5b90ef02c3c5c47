import { labelIn } from '$lib/codebook/codebook';
import { codebookEntries } from '$lib/server/use-cases/codebook-pages';
import { requireWave, waveHead } from './wave-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const found = requireWave(event, 'view');
  const { access, wave, version } = found;
  const all = codebookEntries(access, { waveId: wave.id, versionId: version.versionId });
  const find = (event.url.searchParams.get('find') ?? '').trim().slice(0, 100);
  const wanted = plain(find);
  const words = ({ id, heading, labels }: (typeof all)[number]) =>
    plain([id, heading, ...Object.values(labels)].join(' '));
  return {
    wave: waveHead(found),
    find,
    count: all.length,
    columns: all.reduce((sum, { kind, answers }) => sum + (isSet(kind) ? answers : 1), 0),
    questions: all
      .filter((entry) => wanted === '' || words(entry).includes(wanted))
      .map(({ labels, missing: _, ...entry }) => ({
        ...entry,
        label: labelIn(labels, event.locals.language),
        measures: entry.measures.length
      }))
  };
};

const isSet = (kind: string): boolean => kind === 'multiple-response' || kind === 'matrix';

/** Small letters without accents, so that "cuanto" finds "¿Cuánto?". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

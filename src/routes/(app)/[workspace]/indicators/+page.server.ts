import { labelIn } from '$lib/codebook/codebook';
import { can } from '$lib/server/access/capability';
import { requireAccess } from '$lib/server/access/require-access';
import { inventoryRows } from '$lib/server/use-cases/inventory';
import { standingWords } from './standing-words';
import type { PageServerLoad } from './$types';

const levels = ['mezzo', 'macro'] as const;
const states = ['measured', 'mappable', 'missing'] as const;

/** A text without case and accents, as people type when they look for something. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const { searchParams } = event.url;
  const asked = {
    q: searchParams.get('q')?.trim() ?? '',
    level: levels.find((one) => one === searchParams.get('level')) ?? null,
    state: states.find((one) => one === searchParams.get('state')) ?? null
  };
  const base = `/${event.params.workspace}`;
  const rows = inventoryRows(access).map((row) => ({
    id: row.facts.id,
    code: row.facts.code,
    level: row.facts.level,
    label: labelIn(row.facts.labels, language),
    universe: labelIn(row.facts.universe, language),
    ...standingWords(row, base, can(access.role, 'analyze'), language)
  }));
  const wanted = plain(asked.q).split(/\s+/).filter(Boolean);
  return {
    asked,
    all: rows.length,
    rows: rows.filter(
      (row) =>
        (asked.level === null || row.level === asked.level) &&
        (asked.state === null || row.state === asked.state) &&
        wanted.every((word) => plain(`${row.code} ${row.label} ${row.universe}`).includes(word))
    )
  };
};

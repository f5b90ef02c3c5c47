import { error } from '@sveltejs/kit';
import { csvText } from '$lib/base/csv';
import { requireAccess } from '$lib/server/access/require-access';
import { parseBench } from '$lib/server/use-cases/bench-address';
import { benchCsv, firstWave } from '$lib/server/use-cases/bench-view';
import { textFor } from '$lib/text/text';
import type { RequestHandler } from './$types';

/** The answer of the address as CSV, every number with its mark. */
export const GET: RequestHandler = async (event) => {
  const access = requireAccess(event, 'analyze');
  const { language } = event.locals;
  const question = parseBench(event.url.searchParams, firstWave(access));
  const csv = await benchCsv(access, question, language);
  if (!csv.ok) {
    const code = csv.issues[0]?.code ?? 'refused';
    const { issues } = textFor(language).bench;
    error(409, { message: issues[code] ?? issues.other ?? '', code });
  }
  return new Response(csvText(csv.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${question.family}.csv"`,
      'cache-control': 'no-store'
    }
  });
};

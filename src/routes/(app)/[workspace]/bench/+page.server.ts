import { requireAccess } from '$lib/server/access/require-access';
import { benchAddress, parseBench } from '$lib/server/use-cases/bench-address';
import { benchPage, firstWave } from '$lib/server/use-cases/bench-view';
import { methodLinks } from '$lib/server/methods';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const access = requireAccess(event, 'analyze');
  const { language } = event.locals;
  const { searchParams } = event.url;
  const question = parseBench(searchParams, firstWave(access));
  const bench = await benchPage(access, question, searchParams.has('ask'), language);
  return {
    bench,
    address: benchAddress(question),
    method: bench ? methodLinks([bench.method], language)[0] : undefined
  };
};

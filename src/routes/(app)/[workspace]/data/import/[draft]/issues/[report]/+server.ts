import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { dataSentence } from '$lib/text/data-problems';
import { textFor } from '$lib/text/text';
import { reportDraft } from '$lib/server/use-cases/report-draft';
import { requireReview } from '../../../open-review';
import type { RequestHandler } from './$types';

const reports = { 'issues.csv': 'issues', 'rows.csv': 'bad-rows' } as const;
const findReport = (name: string) =>
  name === 'issues.csv' || name === 'rows.csv' ? reports[name] : null;

/** `issues.csv`: everything that was found, place by place. `rows.csv`: the rows that could not be read. */
export const GET: RequestHandler = async (event) => {
  const { access, review } = requireReview(event);
  const { language } = event.locals;
  const what = findReport(event.params.report);
  if (!what) error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  const made = await reportDraft(access, review.draft.id, what, language);
  if (!made.ok) {
    const [issue] = made.issues;
    error(422, { message: issue ? dataSentence(issue, language) : '', code: issue?.code ?? '' });
  }
  const name = review.draft.fileName.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '_');
  const body = Readable.toWeb(createReadStream(made.value.path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${event.params.report}"`,
      'cache-control': 'no-store'
    }
  });
};

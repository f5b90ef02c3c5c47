import { wordsPerMinute, countWords, secondsToSay } from '$lib/advocacy/word-budget';
import { requireAccess } from '$lib/server/access/require-access';
import { found } from '$lib/server/page';
import {
  askedAbout,
  askedWords,
  hearingEvidence,
  timedParagraphs
} from '$lib/server/use-cases/hearing-file';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const { hearing, exhibits, issues } = found(
    hearingEvidence(access, event.params.hearing, language),
    event
  );
  // What is withdrawn or still a draft has no place in a packet; the page says what is left out.
  const standing = exhibits.filter(
    ({ row }) => row.state === 'frozen' || row.state === 'submitted'
  );
  return {
    hearing: {
      id: hearing.id,
      body: hearing.body,
      subject: hearing.subject,
      startsAt: hearing.startsAt,
      zone: hearing.zone,
      place: [hearing.place, hearing.address].filter(Boolean).join(', '),
      position: hearing.position,
      limitSeconds: hearing.limitSeconds,
      copies: hearing.copies,
      contact: hearing.contact
    },
    issues: issues.filter(({ code }) => code !== 'hearing-without-exhibits'),
    paragraphs: timedParagraphs(hearing.script, wordsPerMinute),
    words: countWords(hearing.script),
    seconds: secondsToSay(hearing.script),
    exhibits: standing.map(({ row, label, model, snapshot, isStale }) => ({
      id: row.id,
      label,
      title: row.title,
      authorAlt: row.authorAlt,
      frozenAt: row.frozenAt,
      isStale,
      model,
      question: askedWords(snapshot, language),
      asked: askedAbout(snapshot, model, language)
    }))
  };
};

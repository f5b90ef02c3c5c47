import { extent } from '$lib/base/extent';
import type { ColumnFacts } from './facts';

const NAMES =
  /attn|attention|atenci[oó]n|(^|_)(trap|imc)(_|\d|$)|^check[_ ]?\d*$|(^|_)check(_?\d+)?$|paying attention|prestando atenci[oó]n|(select|choose|mark|seleccione|elija|marque) ["'“].{1,40}["'”] (here|to|for|aqu[ií]|para)/i;
/** Share of one answer: nearly everybody does as told. */
const DOMINANT = 0.75;
const MOST_ANSWERS = 12;

/** A question put to see whether people read: one answer is right, and nearly all give it. */
export function findAttentionCheck({ column, label, answers, nAnswers }: ColumnFacts): boolean {
  if (!NAMES.test(column.heading) && !NAMES.test(label)) return false;
  if (nAnswers === 0 || answers.size > MOST_ANSWERS) return false;
  return extent(answers.values()).high >= nAnswers * DOMINANT;
}

import { mapped } from './needs';
import { shortName, slugOf, textOf, wordingOf } from './survey-items';
import { findTopCodes, findYesNoCodes } from './yes-no';
import type { Proposal } from './proposal';
import type { Item } from './survey-items';

const partWords =
  /\b(volunteer\w*|attend(ed)? (a |any )?(community |public |neighborhood )?meetings?|member of (an? )?(association|group|club|organization)|took part in|community (meeting|group)|voluntari\w*|asisti\w* a (una )?(reuni[oó]n|junta)|miembro de (una )?asociaci[oó]n)\b|(^|[_/])(memb_assoc|volunteer\w*|meetings?)(?=[_/\s]|$)/i;
const referredWords =
  /\b(were you|been|was) referred\b|\bderivad[oa]\b|(^|[_/])referred(?=[_/\s]|$)/i;
const reachedWords =
  /\b(reach(ed)? the (service|agency|program)|get to the (service|agency) you were referred|connected (with|to) the (service|agency)|lleg[oó] al servicio)\b|(^|[_/])(reached|connected|referral_(closed|completed))(?=[_/\s]|$)/i;
const bullyWords = /\b(bull(y|ied|ying)|acoso escolar|acosad[oa])\b|(^|[_/])bull(ied|ying)/i;

/** Yes-or-no questions about taking part, referrals and school. */
export function findTakingPart(items: readonly Item[]): Proposal[] {
  return [...findParticipation(items), ...findReferrals(items), ...findBullying(items)];
}

/** All questions about taking part as one measure: which of them belong together, a person decides. */
function findParticipation(items: readonly Item[]): Proposal[] {
  const inputs = items.flatMap((item) => {
    const codes = findYesNoCodes(item.variable.categories);
    const fits = item.question.kind !== 'multiple-response' && partWords.test(textOf(item));
    return codes && fits ? [mapped(item, codes)] : [];
  });
  if (inputs.length === 0) return [];
  return [
    {
      indicatorId: 'participation',
      key: 'participation:civic',
      labels: { en: 'Takes part in community life', es: 'Participa en la comunidad' },
      inputs: Object.fromEntries(
        inputs.map((input, i) => [i === 0 ? 'part' : `part-${i + 1}`, input])
      ),
      isUnsure: inputs.length > 1
    }
  ];
}

function findReferrals(items: readonly Item[]): Proposal[] {
  const answered = (words: RegExp) =>
    items.flatMap((item) => {
      const codes = findYesNoCodes(item.variable.categories);
      return codes && words.test(textOf(item)) ? [{ item, input: mapped(item, codes) }] : [];
    });
  const [reached] = answered(reachedWords);
  const [referred] = answered(referredWords).filter(({ item }) => item !== reached?.item);
  if (!reached) return [];
  return [
    {
      indicatorId: 'referral-completion',
      key: 'referral-completion:all',
      labels: { en: 'Referrals completed', es: 'Derivaciones completadas' },
      inputs: { reached: reached.input, ...(referred && { referred: referred.input }) },
      isUnsure: referred === undefined
    }
  ];
}

function findBullying(items: readonly Item[]): Proposal[] {
  return items.flatMap((item): Proposal[] => {
    const { question, variable } = item;
    const yesNo = findYesNoCodes(variable.categories);
    const codes = yesNo ?? findTopCodes(variable.categories, question.kind);
    if (question.kind === 'multiple-response' || !bullyWords.test(textOf(item))) return [];
    if (!codes || codes.yes.length === 0) return [];
    return [
      {
        indicatorId: 'school-climate',
        key: `school-climate:${slugOf(shortName(variable.name))}`,
        labels: wordingOf(item),
        inputs: { answer: mapped(item, codes) },
        isUnsure: yesNo === null
      }
    ];
  });
}

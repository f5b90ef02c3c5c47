import { findChoices } from './choices';
import { findDeprivations } from './deprivations';
import { findNeedPairs, mapped, needInstances } from './needs';
import { findNumbers } from './numbers';
import { findOverGroups } from './over-groups';
import { findScales } from './scales';
import { findServiceRatings } from './services';
import { findTakingPart } from './taking-part';
import { categoricalItems, keyOfItem, textOf, wordingOf } from './survey-items';
import { answersOf, findTopCodes, findYesNoCodes, inOrder } from './yes-no';
import type { Codebook } from '$lib/codebook/codebook';
import type { IndicatorInstance } from '../definition';
import type { Proposal } from './proposal';
import type { Item } from './survey-items';

export type { Proposal } from './proposal';

/** Agreeing to take part is no finding: everyone who answered did. */
export const consentWords =
  /consent|agree to (take part|participate)|acept\w+ (participar|tomar parte)/i;

/**
 * Indicators that a survey's questions can feed, found without a person: unmet needs, barriers,
 * importance and satisfaction of services, shares of yes or of the upper end of a scale, and all
 * answers to ordered questions; over groups and places, scales, waits, taking part. Works on any
 * codebook; a person keeps, changes or turns off each. What is not plain is marked unsure.
 *
 * Keys come from names and labels, so the same question has the same key in the next wave.
 */
export function proposeMappings(codebook: Codebook): Proposal[] {
  const items = categoricalItems(codebook).filter((item) => !consentWords.test(textOf(item)));
  const pairs = findNeedPairs(items);
  // The share with a need, beside the share with an unmet one, would tell how few were served.
  const paired = new Set(
    pairs.flatMap(({ need, served }) => [...need.variables, ...served.variables])
  );
  return unique([
    ...pairs.flatMap(needInstances),
    ...findChoices(items),
    ...findServiceRatings(items),
    ...items.filter(({ variable }) => !paired.has(variable.name)).flatMap(answerInstances),
    ...findScales(items),
    ...findTakingPart(items),
    ...findNumbers(codebook),
    ...findOverGroups(codebook, items, pairs),
    ...findDeprivations(pairs)
  ]);
}

/** Share of yes or of the upper end, and all answers where they are ordered. */
function answerInstances(item: Item): IndicatorInstance[] {
  const { question, variable } = item;
  if (question.kind === 'multiple-response' || question.kind === 'rank') return [];
  const labels = wordingOf(item);
  const key = keyOfItem(item);
  const codes =
    findYesNoCodes(variable.categories) ?? findTopCodes(variable.categories, question.kind);
  const ordered = inOrder(answersOf(variable.categories));
  const shares: IndicatorInstance[] =
    codes && codes.yes.length > 0
      ? [
          {
            indicatorId: 'prevalence',
            key: `prevalence:${key}`,
            labels,
            inputs: { answer: mapped(item, codes) }
          }
        ]
      : [];
  if (ordered)
    shares.push({
      indicatorId: 'answer-shares',
      key: `answer-shares:${key}`,
      labels,
      inputs: {
        answer: mapped(item, { yes: ordered.steps.map(({ code }) => code), no: [] })
      }
    });
  return shares;
}

/** The first instance of a key stays; later ones of the same key get a number. */
function unique(instances: readonly Proposal[]): Proposal[] {
  const seen = new Map<string, number>();
  return instances.map((instance) => {
    const count = (seen.get(instance.key) ?? 0) + 1;
    seen.set(instance.key, count);
    return count === 1 ? instance : { ...instance, key: `${instance.key}-${count}` };
  });
}

import type { Pipeline, Stage } from '$lib/advocacy/measure';

const inCouncil: Record<string, Stage> = {
  introduction: 'introduced',
  'referral-committee': 'referred',
  'x-cna:hearing-scheduled': 'hearing-noticed',
  'hearing-held': 'hearing-held',
  'committee-passage': 'reported',
  'committee-passage-favorable': 'reported',
  'reading-2': 'second-reading',
  passage: 'adopted',
  'executive-receipt': 'to-executive',
  'executive-signature': 'signed',
  'x-cna:effective': 'effective'
};

const inChamber: Record<string, string> = {
  'referral-committee': 'in-committee',
  'committee-passage': 'reported',
  'committee-passage-favorable': 'reported',
  'reported-out-of-committee': 'reported',
  'reading-2': 'floor',
  'reading-3': 'floor',
  passage: 'passed'
};

/**
 * Where a measure of a demonstration stands after its actions, when its file does not say: the last
 * step forward of a council ordinance or of a state bill. People set the stage of a real measure.
 */
export function stageAfter(
  pipeline: Pipeline,
  actions: readonly { classification: readonly string[] }[]
): Stage {
  let stage: Stage = 'introduced';
  let chamber: 1 | 2 = 1;
  let hasPassed = false;
  for (const each of actions.flatMap((action) => action.classification)) {
    if (pipeline === 'council') {
      stage = inCouncil[each] ?? stage;
      continue;
    }
    if (each === 'passage') hasPassed = true;
    if (each === 'receipt' && hasPassed) {
      chamber = 2;
      stage = 'in-committee-2';
    }
    const step = inChamber[each];
    if (step) stage = `${step}-${chamber}` as Stage;
  }
  return stage;
}

import type { ClaimKind } from '$lib/evidence/check-claim';
import type { ClaimStatus } from '$lib/evidence/claim-status';
import type { Drift } from '$lib/evidence/drift';
import type { Visibility } from '$lib/advocacy/fields';
import { hearingFile } from './hearing-file';

type Params = Record<string, string | number>;

export const evidence = {
  hearingFile,
  points: (n: string) => (n === '1' ? '1 point' : `${n} points`),
  title: 'Evidence',
  text: 'Figures frozen as exhibits, and the sentences that rest on them.',
  exhibits: 'Exhibits',
  exhibit: (label: string) => `Exhibit ${label}`,
  none: 'No exhibits yet',
  noneText:
    'An exhibit is a figure that will not change: its numbers, method and data version are kept with it. Find a figure in Explore and add it.',
  toExplore: 'Go to Explore',
  claims: 'Claims',
  noClaims: 'No claims yet. Open an exhibit to write a sentence that rests on its numbers.',
  states: {
    draft: 'Draft',
    frozen: 'Frozen',
    submitted: 'Submitted',
    withdrawn: 'Withdrawn'
  } satisfies Record<'draft' | 'frozen' | 'submitted' | 'withdrawn', string>,
  stale: 'Older data',
  usedIn: 'Used in',
  notUsed: 'Not used yet',
  uses: {
    campaign: 'Campaign',
    hearing: 'Hearing',
    'policy-action': 'Policy action'
  } satisfies Record<'campaign' | 'hearing' | 'policy-action', string>,
  newExhibit: 'New exhibit',
  newExhibitText:
    'You are about to freeze this figure. Its numbers, its method and the data version are kept as they are now.',
  makeDraft: 'Make a draft exhibit',
  chooseFigure: 'Choose a figure first',
  chooseFigureText: 'Open a figure in Explore and choose “Add to exhibit”.',
  headline: 'Headline',
  headlineHint: 'At most 12 words. Its numbers must be numbers of the figure.',
  authorAlt: 'What the picture means',
  authorAltHint: 'Said after the description that is made from the numbers.',
  visibility: 'Who can see it',
  visibilities: {
    organization: 'Our organization',
    coalition: 'The coalition',
    public: 'Everyone'
  } satisfies Record<Visibility, string>,
  carriedClaim: 'Claim on the exhibit',
  noCarriedClaim: 'None',
  carriedClaimHint: 'Approved claims that rest on this figure.',
  saveDraft: 'Save draft',
  freeze: 'Freeze this exhibit',
  freezeText: 'Afterwards nothing of it can be changed. A change makes a new version.',
  frozenOn: (day: string) => `Frozen ${day}`,
  withdraw: 'Withdraw',
  withdrawText: 'A withdrawn exhibit stays listed. Its number is not used again.',
  withdrawnNote: 'This exhibit was withdrawn. It stays here for the record.',
  newVersion: 'Make a new version',
  versions: 'Versions',
  staleTitle: 'The data behind this changed',
  staleText: (drift: Drift) =>
    ({
      none: 'A newer version of the data gives the same numbers.',
      minor: 'A newer version of the data moves the numbers a little, inside their ranges.',
      material: 'A newer version of the data moves the numbers outside their ranges, or hides them.'
    })[drift],
  addToHearing: 'Add to a hearing',
  addToCampaign: 'Add to a campaign',
  hearing: 'Hearing',
  campaign: 'Campaign',
  noHearings: 'No hearing is coming up that does not use it yet.',
  noCampaigns: 'There is no campaign that does not use it yet.',
  add: 'Add',
  source: 'Source and method',
  facts: {
    measure: 'Measure',
    survey: 'Survey',
    dataVersion: 'Data version',
    shown: 'Shown',
    engine: 'Computed by',
    threshold: 'Smallest group shown',
    answers: (n: string) => `${n} answers or more`,
    snapshot: 'Snapshot',
    frozenBy: 'Frozen by',
    unknown: 'Not known'
  },
  filter: {
    everyone: 'Everyone',
    by: (group: string) => `by ${group}`,
    place: (place: string) => `in ${place}`,
    allPlaces: 'all places',
    versus: (group: string) => `compared with ${group}`
  },
  chain: 'Where this comes from and where it goes',
  chainParts: {
    question: 'Question',
    variable: 'Variable',
    estimate: 'Estimate',
    exhibit: 'Exhibit',
    claim: 'Claim',
    use: 'Used in',
    wave: 'Survey'
  },
  answered: (n: string) => `${n} answers`,
  hiddenNumbers: (n: number) => (n === 1 ? '1 number not shown' : `${n} numbers not shown`),
  newClaim: 'Write a claim',
  claimTitle: 'Claim',
  claimText: 'A sentence whose numbers are tied to this frozen figure.',
  sentence: 'Sentence',
  sentenceHint: 'Numbers come from slots such as {{a.value}}. Type words only.',
  reads: 'It reads',
  kind: 'Kind',
  kinds: {
    level: 'One number',
    comparison: 'A comparison',
    trend: 'A change over time'
  } satisfies Record<ClaimKind, string>,
  slots: 'Numbers you can use',
  slotsText: 'A slot prints value, range, answers or phrase: {{a.value}}, {{a.range}}.',
  slot: 'Slot',
  stands: 'Stands for',
  prints: 'Prints',
  gapBetween: (a: string, b: string) => `Gap, ${a} and ${b}`,
  ratioBetween: (a: string, b: string) => `Ratio, ${a} to ${b}`,
  allOthers: 'all others',
  saveClaim: 'Save claim',
  statuses: {
    draft: 'Draft',
    checked: 'Checked',
    approved: 'Approved',
    stale: 'Older data',
    retracted: 'Retracted'
  } satisfies Record<ClaimStatus, string>,
  moves: {
    checked: 'Mark as checked',
    approved: 'Approve',
    again: 'Approve again',
    retracted: 'Retract'
  },
  checkedBy: (name: string) => `Checked by ${name}`,
  selfCheck: 'You are the only reviewer here, so you may check your own claim. The log says so.',
  secondPerson: 'Somebody other than its author checks a claim.',
  retractText: 'Retracting withdraws every exhibit that carries this claim.',
  editClaim: 'Change the sentence',
  editText: 'A changed sentence is a draft again.',
  writtenBy: (name: string) => `Written by ${name}`,
  failed: (code: string) => `This was not possible (${code}).`,
  claimSentence: {
    everyone: 'everyone',
    pair: (a: string, groupA: string, b: string, groupB: string, say: string, gap: string) =>
      `{{${a}.value}} of ${groupA} and {{${b}.value}} of ${groupB} ${say}. The gap is {{${gap}.value}} ({{${gap}.range}}).`,
    pairNamed: (a: string, groupA: string, b: string, groupB: string, label: string, gap: string) =>
      `${label}: {{${a}.value}} among ${groupA} and {{${b}.value}} among ${groupB}. The gap is {{${gap}.value}} ({{${gap}.range}}).`,
    /** the same without ranges, where nobody was drawn by chance */
    pairAlone: (a: string, groupA: string, b: string, groupB: string, say: string) =>
      `{{${a}.value}} of ${groupA} and {{${b}.value}} of ${groupB} ${say}.`,
    pairNamedAlone: (a: string, groupA: string, b: string, groupB: string, label: string) =>
      `${label}: {{${a}.value}} among ${groupA} and {{${b}.value}} among ${groupB}.`,
    levelAlone: (slot: string, group: string, say: string) =>
      `{{${slot}.value}} of ${group} who answered ${say} ({{${slot}.answers}}).`,
    levelNamedAlone: (slot: string, group: string, label: string) =>
      `${label}: {{${slot}.value}} among ${group} who answered ({{${slot}.answers}}).`,
    level: (slot: string, group: string, say: string) =>
      `{{${slot}.value}} of ${group} ${say} (likely {{${slot}.range}}, {{${slot}.answers}}).`,
    levelNamed: (slot: string, group: string, label: string) =>
      `${label}: {{${slot}.value}} among ${group} (likely {{${slot}.range}}, {{${slot}.answers}}).`
  },
  issues: {
    'title-missing': () => 'Write a headline.',
    'title-long': ({ words, most }: Params) =>
      `The headline has ${words} words. Use at most ${most}.`,
    'title-number': ({ number }: Params) => `The figure does not show ${number}. Use its numbers.`,
    'word-banned': ({ word }: Params) =>
      `Leave out “${word}”: a survey does not show it, or readers take it for more than it says.`,
    'claim-missing': () => 'Write a sentence.',
    'claim-long': () => 'A sentence has 1,000 characters at most.',
    'claim-without-slot': () => 'Use at least one number, such as {{a.value}}.',
    'slot-unbound': ({ slot }: Params) =>
      `There is no number “${slot}” here. Choose one from the list of numbers.`,
    'slot-suppressed': ({ slot }: Params) =>
      `The number “${slot}” is not shown, to protect privacy. It cannot be claimed.`,
    'slot-unknown': () => 'A slot is not complete. Write it like {{a.value}}.',
    'number-unbound': ({ text }: Params) => `Replace “${text}” with a slot, so that it stays true.`,
    'majority-not-shown': ({ word }: Params) =>
      `“${word}” needs a share whose whole range is above one half.`,
    'cause-claimed': ({ word }: Params) => `Leave out “${word}”: a survey does not show causes.`,
    'areas-not-people': ({ word }: Params) =>
      `Leave out “${word}”: these numbers are of areas, not people. What holds between areas need not hold between people.`,
    'range-not-shown': () =>
      'Leave out the range: nobody was drawn for this survey, so no range says how sure the number is.',
    'rank-not-shown': ({ word }: Params) => `Leave out “${word}”: ranks are known only as ranges.`,
    'comparison-not-tested': ({ word }: Params) =>
      `“${word}” compares, and no tested gap stands behind it. Use a gap from the list, or say each number by itself.`,
    'comparison-without-test': () => 'A comparison needs a tested gap from the list.',
    'figure-not-shown': () => 'This figure cannot be drawn this way. Choose another view.',
    'nothing-shown': () => 'Every number of this figure is hidden. Choose a coarser split.',
    'nothing-to-show': () => 'There is no such figure. Choose a measure in Explore.',
    'sample-type-missing': () => 'Say first how people were chosen, on the page of the survey.',
    'no-such-snapshot': () => 'This figure is not here.',
    'exhibit-not-here': () => 'This exhibit is not here.',
    'exhibit-frozen': () => 'A frozen exhibit stays as it is. Make a new version.',
    'exhibit-is-draft': () => 'This exhibit is still a draft. Change it, or freeze it.',
    'exhibit-not-yours': () => 'Only the organization that made an exhibit changes it.',
    'exhibit-withdrawn': () => 'This exhibit was withdrawn already.',
    'exhibit-already-used': () => 'It is used there already.',
    'exhibit-not-frozen': () => 'Freeze the exhibit first.',
    'version-is-drafted': () => 'A new version is there as a draft. Open it below.',
    'claim-elsewhere': () => 'This claim does not rest on this figure.',
    'claim-not-approved': () => 'Only an approved claim can be carried.',
    'claim-not-here': () => 'This claim is not here.',
    'claim-not-yours': () => 'Only the organization that wrote a claim changes it.',
    'claim-retracted': () => 'A retracted claim stays as it is. Write a new one.',
    'claim-frozen': () => 'A frozen exhibit carries this claim. Write a new claim.',
    'claim-move-not-possible': () => 'The claim has moved on. Look at it again.',
    'claim-needs-second-person': () => 'Ask somebody else to check it: you wrote it.',
    'claim-drifted': () =>
      'The new data moved these numbers outside their ranges. Make a new version of the exhibit and a new claim.',
    'review-not-allowed': () => 'Checking and approving is not part of your role.',
    'choice-missing': () => 'Choose one.',
    'not-here': () => 'It is not here any more.'
  } as Record<string, (params: Params) => string>
};

import type { ProblemCode } from '$lib/advocacy/problem';

type Params = Record<string, string | number>;

/** What is wrong and what to do, for every code of `advocacy/problem.ts`. */
export const advocacyProblemsText: Record<ProblemCode, (params: Params) => string> = {
  'name-missing': () => 'Enter a name.',
  'text-missing': () => 'Write something here.',
  'text-too-long': () => 'This is too long. Shorten it.',
  'choice-missing': () => 'Choose one.',
  'choice-unknown': () => 'This choice is not available. Choose one from the list.',
  'day-missing': () => 'Enter a date.',
  'day-unreadable': () => 'Enter a date that is in the calendar, such as 2027-06-30.',
  'number-unreadable': () => 'Enter a number, such as 38 or 1,200.',
  'number-out-of-range': () => 'This number is too small or too large for this field.',
  'web-address-unreadable': () => 'Enter a web address that starts with https://.',
  'move-not-possible': () =>
    'This step is no longer possible: something changed in the meantime. Look at the state below.',
  'not-here': () => 'This is no longer here. Somebody may have removed it.',
  'not-yours-to-share': () =>
    'Only the organization that owns this can change who sees it. Ask them.',
  'visibility-too-narrow': () =>
    'More people would see this than see the campaign. Choose a smaller circle, or share the campaign first.',
  'campaign-issue-missing': () => 'Say what the issue is.',
  'campaign-lead-missing': () => 'Choose a lead organization.',
  'campaign-victory-missing': () => 'Add a goal that says what counts as victory.',
  'campaign-target-missing': () => 'Add a primary target who is a person.',
  'campaign-objective-missing': () => 'Add an objective that can be measured.',
  'campaign-result-missing': () => 'Choose how the campaign ended.',
  'campaign-debrief-missing': () => 'Write a short debrief: what worked, what did not, what next.',
  'smart-specific': () => 'Say who changes and how, in at least three words.',
  'smart-measure': () => 'Choose a survey measure, or name what you count.',
  'smart-measure-twice': () => 'Use one measure: a survey measure or a count, not both.',
  'smart-baseline': () => 'Enter where it stands today.',
  'smart-target': () => 'Enter the number you want to reach.',
  'smart-target-is-baseline': () => 'The target is the same as today. Enter a different target.',
  'smart-share-range': () => 'A percent lies between 0 and 100.',
  'smart-due': () => 'Enter the date by which it should be reached.',
  'smart-due-past': () => 'This date is not in the future. Choose a later one.',
  'stakeholder-who': () => 'Name a person, or choose an organization.',
  'stakeholder-one': () => 'Name a person or choose an organization, not both.',
  'target-is-a-person': () =>
    'A primary target is a person who can say yes. Name the person, not the body.',
  'rating-basis-missing': () => 'Say what the rating rests on: a vote, a statement, a meeting.',
  'organization-exists': ({ name }) =>
    `There is already an organization named "${name}". Open it, or choose another name.`,
  'organization-dates': () => 'It left before it joined. Correct one of the dates.',
  'commitment-giver': () => 'Choose one giver: an organization or a person, not both.',
  'commitment-evidence': () =>
    'Say how you know: a link, a photo, a record. A promise is called kept or broken only with evidence.',
  'classification-missing': () => 'Choose at least one.',
  'classification-unknown': () => 'Choose from the list.',
  'legislative-date-unreadable': () =>
    'Enter a date as 2026, 2026-09, 2026-09-09 or 2026-09-09T14:30.',
  'stage-not-in-pipeline': () =>
    'This stage belongs to another kind of process. Choose one of the list.',
  'position-reason-missing': () => 'Say why the coalition takes this position.',
  'action-proof-missing': () => 'Say what shows that it was done: a document, a link, a record.',
  'action-date-missing': () => 'Enter the date on which it was done.',
  'response-before-done': () => 'A response can be noted once the action is done.',
  'moment-missing': () => 'Enter a date and a time.',
  'moment-unreadable': () => 'Enter a date and time that exist, such as 2026-12-01 18:00.',
  'moment-skipped': ({ zone }) =>
    `Clocks in ${zone} skip this time when daylight saving begins. Check the notice for the time.`,
  'zone-unknown': () => 'Choose a time zone from the list.',
  'limit-range': () => 'Enter minutes between 0.5 and 120.',
  'deadline-after-start': () => 'This is after the hearing begins. Check the two dates.',
  'hearing-not-passed': () => 'This hearing has not begun yet.',
  'hearing-same-time': () => 'This is the time and place it already has.',
  'speaker-consent': () =>
    'Enter the date of consent first. Someone who shares lived experience agrees before sign-up.',
  'exhibit-not-frozen': () => 'Choose a frozen exhibit from the list.',
  'exhibit-already-used': () => 'This exhibit is already here.'
};

import type { CampaignResult, CampaignStatus, GoalHorizon } from '$lib/advocacy/campaign';
import type { Visibility } from '$lib/advocacy/fields';
import type { Progress } from '$lib/advocacy/progress';
import type { ObjectiveUnit } from '$lib/advocacy/smart';
import type { StakeholderRole } from '$lib/advocacy/stakeholder';
import { advocacyProblemsText } from './advocacy-problems';
import { coalition } from './coalition';
import { legislative } from './legislative';
import { policy } from './policy';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const advocacy = {
  problems: advocacyProblemsText,
  ...coalition,
  ...policy,
  ...legislative,
  nav: 'Campaigns and coalition',
  campaignsTab: 'Campaigns',
  coalitionTab: 'Coalition',
  measuresTab: 'Measures',
  actionsTab: 'Actions',
  edit: 'Edit',
  remove: 'Remove',
  add: 'Add',
  moveUp: 'Move up',
  moveDown: 'Move down',
  of: (action: string, what: string) => `${action}: ${what}`,
  none: 'None',
  notSet: 'Not set',
  choose: 'Choose',
  changeState: 'Next step',
  state: 'State',
  due: 'Due',
  noDate: 'No date',
  doneMark: 'done',
  visibilityLabel: 'Who sees it',
  visibility: {
    organization: 'Only your organization',
    coalition: 'The coalition',
    public: 'Everyone'
  } satisfies Record<Visibility, string>,

  campaigns: 'Campaigns',
  campaignsText: 'A campaign carries one ask to the people who can say yes.',
  newCampaign: 'New campaign',
  noCampaigns: 'No campaigns yet',
  noCampaignsText:
    'A campaign names the issue, the ask and who decides, and ties them to what your survey shows.',
  editCampaign: 'Edit campaign',
  campaignName: 'Name',
  issue: 'Issue',
  issueHint: 'What is wrong, for whom, in plain words.',
  ask: 'Ask',
  askHint: 'One sentence: who should do what by when.',
  lead: 'Lead organization',
  ledBy: (name: string) => `Led by ${name}`,
  noLead: 'No lead organization yet',
  status: 'Status',
  campaignStatus: {
    draft: 'Draft',
    planning: 'Planning',
    active: 'Active',
    paused: 'Paused',
    closed: 'Closed'
  } satisfies Record<CampaignStatus, string>,
  campaignMove: {
    draft: 'Back to draft',
    planning: 'Start planning',
    active: 'Start the campaign',
    paused: 'Pause',
    closed: 'Close the campaign'
  } satisfies Record<CampaignStatus, string>,
  resume: 'Go on',
  beforeIt: (step: string) => `Before "${step}":`,
  campaignSteps: 'Steps of the campaign',
  pausedNote: 'paused',
  result: 'How it ended',
  results: {
    won: 'Won',
    partial: 'Won in part',
    'blocked-harm': 'Blocked harm',
    lost: 'Lost',
    withdrawn: 'Withdrawn',
    superseded: 'Replaced by another campaign'
  } satisfies Record<CampaignResult, string>,
  debrief: 'Debrief',
  debriefHint: 'What worked, what did not, what to do next time.',
  closeTitle: 'Close the campaign',
  newCycle: 'Start a new cycle',
  earlierCycle: 'Earlier cycle',
  tasksOpen: (open: number, late: number) =>
    late > 0
      ? `${plural(open, 'task', 'tasks')} due, ${late} late`
      : `${plural(open, 'task', 'tasks')} due`,
  objectivesCount: (n: number) => plural(n, 'objective', 'objectives'),
  smartPassed: 'SMART check passed',

  goals: 'Goals',
  addGoal: 'Add a goal',
  editGoal: 'Edit goal',
  noGoals: 'No goal yet. A goal says what counts as victory.',
  horizon: 'Horizon',
  horizons: {
    long: 'Long term',
    intermediate: 'This campaign',
    short: 'Next step'
  } satisfies Record<GoalHorizon, string>,
  victory: 'What counts as victory',

  objectives: 'Objectives',
  addObjective: 'Add an objective',
  editObjective: 'Edit objective',
  noObjectives: 'No objective yet. An objective is a number that moves by a date.',
  objectiveText: 'Objective',
  objectiveHint: 'Who changes, and how. For example: cut the share of renters who skip meals.',
  measuredBy: 'Survey measure',
  measuredByHint: 'Measured again in the next wave.',
  noMeasure: 'Not a survey measure',
  countOf: 'Or a count, in words',
  countHint: 'For example: council members for the fund.',
  group: 'For which group',
  everyone: 'Everyone',
  unit: 'Unit',
  units: {
    share: 'Percent',
    count: 'Count',
    mean: 'Average',
    minutes: 'Minutes',
    dollars: 'Dollars'
  } satisfies Record<ObjectiveUnit, string>,
  baseline: 'Today',
  target: 'Target',
  byDate: 'By',
  fromTo: (from: string, to: string, day: string) => `From ${from} to ${to} by ${day}`,
  measuredIn: (wave: string, value: string) => `${wave}: ${value}`,
  progress: {
    reached: 'target reached',
    'on-track': 'on track',
    away: 'moving away from the target',
    'cannot-tell': 'cannot tell yet'
  } satisfies Record<Progress, string>,

  tasks: 'Tasks',
  addTask: 'Add a task',
  editTask: 'Edit task',
  noTasks: 'No tasks yet.',
  taskText: 'Task',
  owner: 'Who does it',
  organization: 'Organization',
  markDone: 'Mark done',
  markOpen: 'Open again',
  doneOn: (day: string) => `Done ${day}`,

  stakeholders: 'People and power',
  stakeholdersText:
    'Who gains, helps, decides, influences or resists. Private to your organization unless shared.',
  addStakeholder: 'Add a person or organization',
  editStakeholder: 'Edit person or organization',
  noStakeholders: 'Nobody yet. Start with the person who can say yes.',
  who: 'Who',
  role: 'Role',
  roles: {
    constituent: 'Constituent',
    ally: 'Ally',
    opponent: 'Opponent',
    'primary-target': 'Primary target',
    'secondary-target': 'Secondary target',
    messenger: 'Messenger',
    influencer: 'Influencer'
  } satisfies Record<StakeholderRole, string>,
  personName: 'Person',
  personHint: 'A person in public life or in the coalition. No private contact details.',
  personTitle: 'Office or title',
  orOrganization: 'Or an organization',
  support: 'Support',
  supports: {
    '-2': 'Active opponent (-2)',
    '-1': 'Passive opponent (-1)',
    '0': 'Neutral (0)',
    '1': 'Passive ally (+1)',
    '2': 'Active ally (+2)'
  } as Record<string, string>,
  influence: 'Influence',
  influences: {
    '0': 'None (0)',
    '1': 'A little (1)',
    '2': 'Some (2)',
    '3': 'Much (3)',
    '4': 'Decides (4)'
  } as Record<string, string>,
  notRated: 'Not rated',
  basis: 'What it rests on',
  basisHint: 'A vote, a statement, a meeting, with its source.',
  ratedOn: 'Rated on',

  evidenceUsed: 'Evidence used',
  addEvidence: 'Add evidence',
  noEvidence: 'No exhibits yet. A frozen exhibit carries a number nobody can change.',
  noFreeExhibits: 'There is no other frozen exhibit to add. Freeze a figure under Evidence.',
  exhibit: (number: number, version: number) =>
    version > 1 ? `Exhibit ${number}, version ${version}` : `Exhibit ${number}`,
  exhibitStates: {
    draft: 'draft',
    frozen: 'frozen',
    submitted: 'submitted',
    withdrawn: 'withdrawn'
  },
  chooseExhibit: 'Frozen exhibit',

  nextHearing: (days: string) => `Next hearing, ${days}`,
  open: 'Open',
  log: 'Log',
  logText: {
    create: 'Campaign started',
    change: 'Details changed',
    'change-status': 'Status changed',
    'add-goal': 'Goal added',
    'change-goal': 'Goal changed',
    'remove-goal': 'Goal removed',
    'add-objective': 'Objective added',
    'change-objective': 'Objective changed',
    'remove-objective': 'Objective removed',
    'add-task': 'Task added',
    'change-task': 'Task changed',
    'remove-task': 'Task removed',
    'finish-task': 'Task done',
    'reopen-task': 'Task opened again',
    'use-exhibit': 'Exhibit added',
    'order-exhibits': 'Exhibits ordered',
    'stop-using-exhibit': 'Exhibit taken out'
  } as Record<string, string>,
  program: 'Groundswell'
};

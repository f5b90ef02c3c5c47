/** The demo workspace in one piece. Everything and everybody in it is invented. */
import { commitments, organizations, people } from './coalition.mjs';
import { campaign, stakeholders } from './campaign.mjs';
import { measures, policyActions } from './policy.mjs';
import { exhibits, hearing } from './hearing.mjs';

export const workspace = {
  fictional: true,
  name: 'Sorrel County Community Coalition',
  place: 'Sorrel County',
  languages: ['en', 'es'],
  zone: 'America/Chicago',
  dates: 'Dates such as +8d or -30d are days from the day the workspace is loaded.',
  organizations,
  people,
  commitments,
  campaign,
  stakeholders,
  measures,
  policyActions,
  exhibits,
  hearing
};

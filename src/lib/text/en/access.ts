export const access = {
  noSuchPage: 'There is no page here, or it is not yours to see.',
  notAllowed: 'Your role does not include this. Ask a manager of your workspace.',
  failed: (code: string) =>
    `Something went wrong on our side. Nothing was lost. If you report it, give this code: ${code}.`,
  refused: {
    'other-site':
      'This request did not come from a page of this site, so it was refused. Open the page here and send it again.',
    'length-unknown': 'This request does not say how long it is, so it was refused.',
    'too-large': 'This is too long to send. Shorten it, or bring a file in through "Import".'
  },

  email: 'E-mail',
  password: 'Password',
  name: 'Your name',
  newPasswordHint: (least: number) =>
    `At least ${least} characters. A few words are easy to remember. Pasting works.`,

  signInTitle: 'Sign in',
  signInText: 'For members of a workspace. New here? Ask a manager for an invitation link.',
  noWorkspaceTitle: (name: string) => `${name}, you are signed in, but in no workspace`,
  noWorkspaceText:
    'Ask a manager for an invitation link and open it here, or sign out and use another account.',

  setupTitle: 'Make your workspace',
  setupText:
    'You become its owner. A workspace is the place of one coalition: its surveys, figures and campaigns.',
  setupAction: 'Make the workspace',
  setupYou: 'You',
  setupPlace: 'Your coalition',
  workspaceName: 'Name of the workspace',
  workspaceHint: 'For example the coalition or the county.',
  organizationName: 'Your organization',
  linkGoneTitle: 'This link does not work any more',
  setupGone:
    'It was used, or it is too old. Start the program again, or run the setup-link command, to get a new one.',

  inviteTitle: (workspace: string) => `Join ${workspace}`,
  inviteText: (organization: string, role: string) =>
    `You are invited to join for ${organization}, as: ${role}.`,
  inviteGone:
    'It was used, taken back, or is older than 14 days. Ask the person who sent it for a new one.',
  joinAs: (name: string, email: string) => `You are signed in as ${name} (${email}).`,
  join: 'Join',
  makeAccount: 'Make an account and join',
  haveAccount: 'Have an account? Sign in first',

  preferencesTitle: 'Language and colors',
  preferencesText: 'Kept in this browser for a year.',
  languages: { en: 'English', es: 'Español' },

  issue: {
    'email-missing': () => 'Enter your e-mail.',
    'email-wrong': () => 'Enter an e-mail like name@example.org.',
    'email-taken': () =>
      'This e-mail has an account already. Sign in with it, then open the link again.',
    'password-missing': () => 'Enter a password.',
    'password-short': () => 'Use at least 10 characters for the password.',
    'password-long': () => 'Use at most 128 characters for the password.',
    'name-missing': () => 'Enter a name.',
    'name-long': () => 'Use at most 120 characters for the name.',
    'name-controls': () => 'Write the name on one line, without special control characters.',
    'workspace-missing': () => 'Enter a name for the workspace.',
    'organization-missing': () => 'Choose an organization, or enter the name of a new one.',
    'role-missing': () => 'Choose a role.',
    'note-long': () => 'Use at most 200 characters for the note.',
    'sign-in-wrong': () => 'E-mail and password do not match an account. Check both.',
    'too-many-attempts': ({ minutes }: Readonly<Record<string, string | number>>) =>
      `Too many tries. Wait ${minutes} min, then try again.`,
    'link-not-good': () => 'This link does not work any more. Ask for a new one.',
    'already-member': () => 'You are a member of this workspace already.',
    'owner-exists': () => 'There is an owner already. Ask them for an invitation.',
    'profile-not-offered': () => 'Choose one of the standards in the list.',
    'threshold-not-offered': () => 'Choose one of the numbers in the list.',
    'release-reason-missing': () => 'Say why, when it is not the usual choice.',
    'not-allowed': () => 'Your role cannot do this.',
    'owner-only': () => 'Only an owner can do this to an owner, or make one.',
    'last-owner': () => 'A workspace needs an owner. Make somebody else an owner first.',
    'member-not-found': () => 'This person is not a member any more. Load the page again.',
    'invitation-not-found': () => 'This invitation was used or taken back already.'
  }
};

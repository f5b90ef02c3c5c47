import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectSoundScreen } from './screens';

const fixtures = 'tests/fixtures/files';
const start = '/sorrel-county/data/import';

/** A file as the browser sends it. */
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'utf8')
});
const textOf = (name: string): string => readFileSync(`${fixtures}/${name}`, 'utf8');

/** Uses a control from the keyboard alone: Tab until it has the focus, then the key. */
async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await reach(page, control);
  await page.keyboard.press(key);
}

async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const hasFocus = () => control.evaluate((node) => node === document.activeElement);
  for (let i = 0; i < 300 && !(await hasFocus()); i++) await page.keyboard.press('Tab');
  await expect(control).toBeFocused();
}

/** Types into a field that Tab has reached. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

const button = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name });
const link = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('link', { name });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const atStep = (page: Page, step: string) =>
  expect(page).toHaveURL(new RegExp(`/data/import/[0-9A-Z]{26}/${step}`), { timeout: 30_000 });

async function send(page: Page, files: Parameters<Locator['setInputFiles']>[0], tool: string) {
  await page.goto(start);
  await page.getByLabel(/^Survey file/).setInputFiles(files);
  await expect(heading(page)).toHaveText(`This looks like ${tool}`, { timeout: 60_000 });
}

/** From Read to Done by keyboard, accepting what is proposed. */
async function importAs(page: Page, survey: string, wave: string): Promise<void> {
  await press(page, link(page, 'Continue'));
  await atStep(page, 'questions');
  await press(page, button(page, 'Continue'));
  await atStep(page, 'privacy');
  await press(page, button(page, 'Continue'));
  await atStep(page, 'design');
  await type(page, page.getByLabel('Survey', { exact: true }), survey);
  await type(page, page.getByLabel('Wave', { exact: true }), wave);
  const atRandom = page.getByLabel('At random');
  if (!(await atRandom.isChecked())) await press(page, atRandom, ' ');
  await press(page, button(page, 'Continue'));
  await atStep(page, 'check');
  const accept = button(page, /^Accept all/);
  if (await accept.isVisible()) await press(page, accept);
  const acceptOne = button(page, /^Accept/).first();
  while (await acceptOne.isVisible()) {
    await press(page, acceptOne);
    await page.waitForLoadState('networkidle');
  }
  await press(page, button(page, /^Import/));
  await atStep(page, 'done');
  await expect(page.getByRole('heading', { name: 'What was stored' })).toBeVisible({
    timeout: 60_000
  });
}

test.describe('imports, by keyboard', () => {
  test.setTimeout(300_000);

  test('a KoboToolbox export with its form and a repeated group: both are paired, counted and stored', async ({
    page
  }) => {
    const names = ['xlsform-choices', 'kobo-repeat-members', 'kobo-names', 'xlsform-survey'];
    await send(
      page,
      names.map((name) => `${fixtures}/${name}.csv`),
      'KoboToolbox'
    );
    await expect(page.getByText('rows of a repeated group')).toBeVisible();
    await expect(page.getByText('sheet of the form').first()).toBeVisible();
    await expectSoundScreen(page);
    await importAs(page, 'Riverbend', '2026');
    await expect(page.getByText(/40 in the file = 40 imported \+ 0 left out/)).toBeVisible();
    await expectSoundScreen(page);
    await page.goto('/sorrel-county/data');
    await expect(page.locator('main')).toContainText('Riverbend: ');
  });

  test('a Qualtrics export with a broken row: the row is named with its line and nothing else is lost', async ({
    page
  }) => {
    const lines = textOf('qualtrics-numeric.csv').split('\n');
    const at = lines.findIndex((line, i) => i > 8 && line.split(',').length > 30);
    lines[at] = `${lines[at] ?? ''},one,two`;
    await send(page, file('broken.csv', lines.join('\n')), 'Qualtrics');
    await press(page, link(page, 'See everything that was found'));
    await atStep(page, 'issues');
    await expect(page.locator('main')).toContainText(/Line \d+ has 39 cells/);
    await expectSoundScreen(page);
    await page.goBack();
    await importAs(page, 'Broken rows', '2026');
    await expect(page.getByText(/40 in the file = 40 imported/)).toBeVisible();
  });

  test('a cancelled upload leaves nothing behind', async ({ page, context }) => {
    await page.goto(start);
    const before = await page.getByRole('link', { name: /^Continue: / }).count();
    const slow = await context.newCDPSession(page);
    await slow.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 400_000
    });
    const row = `${'x'.repeat(200)},1,2\n`;
    await page
      .getByLabel(/^Survey file/)
      .setInputFiles(file('large.csv', `a,b,c\n${row.repeat(60_000)}`));
    await press(page, button(page, 'Cancel'));
    await expect(page.getByText('Cancelled. Nothing was kept.')).toBeVisible();
    await slow.detach();
    await page.goto(start);
    await expect(page.getByRole('link', { name: /^Continue: / })).toHaveCount(before);
    await expectSoundScreen(page);
  });

  test('a closed browser loses nothing: the draft goes on where it was, and decisions can be undone', async ({
    page,
    browser
  }) => {
    await send(page, `${fixtures}/googleforms-sheet.csv`, 'Google Forms');
    await press(page, link(page, 'Continue'));
    await atStep(page, 'questions');
    await reach(page, page.getByLabel(/^Select /).nth(1));
    await page.keyboard.press(' ');
    await page.context().close();

    const again = await browser.newContext();
    const second = await again.newPage();
    await second.goto(start);
    await press(second, second.getByRole('link', { name: /^Continue: googleforms-sheet/ }).first());
    await expect(heading(second)).toHaveText('This looks like Google Forms');
    await expect(button(second, 'Undo')).toBeDisabled();
    await press(second, link(second, 'Continue'));
    await atStep(second, 'questions');
    await expectSoundScreen(second);
    await again.close();
  });

  test('personal data is off until someone chooses: e-mail addresses are not in the app afterwards', async ({
    page
  }) => {
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        `${i + 1},neighbor${i}@example.org,(555) 201-${String(1000 + i)},${i % 2 ? 'Yes' : 'No'}`
    );
    await send(
      page,
      file('people.csv', `id,email,phone,Did you vote?\n${rows.join('\n')}\n`),
      'CSV'
    );
    expect(await page.content()).not.toContain('neighbor3@example.org');
    await press(page, link(page, 'Continue'));
    await press(page, button(page, 'Continue'));
    await atStep(page, 'privacy');
    await expect(page.getByLabel(/email/).first()).toBeVisible();
    await expectSoundScreen(page);
    await page.goBack();
    await page.goBack();
    await importAs(page, 'People', '2026');
    expect(await page.content()).not.toContain('example.org');
    await expect(page.getByText(/40 in the file = 40 imported/)).toBeVisible();
  });

  test('the next wave is recognised: its one changed answer is shown, and the decisions are taken over', async ({
    page
  }) => {
    await send(page, `${fixtures}/surveymonkey-condensed.csv`, 'SurveyMonkey');
    await importAs(page, 'Yearly', '2025');
    const next = textOf('surveymonkey-condensed.csv')
      .replaceAll('Very satisfied', 'Delighted')
      .replace(/^(\d{11})/gm, (id) => String(Number(id) + 500));
    await send(page, file('next-year.csv', next), 'SurveyMonkey');
    await press(page, link(page, 'Compare with the earlier wave'));
    await atStep(page, 'compare');
    await expect(page.locator('main')).toContainText('Delighted');
    await expectSoundScreen(page);
    await press(page, button(page, 'Use these decisions'));
    await page.goto(page.url().replace(/\/compare.*/, ''));
    await importAs(page, 'Yearly', '2026');
  });
});

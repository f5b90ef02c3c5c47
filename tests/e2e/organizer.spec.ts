import { expect, test, type Page } from '@playwright/test';
import { expectSoundScreen } from './screens';

const folder = 'data/sample-county';
const files = ['wave-2026', 'xlsform-survey', 'xlsform-choices', 'xlsform-settings'].map(
  (name) => `${folder}/${name}.csv`
);

/** Errors of the page's own scripts and refused resources; a test must end with none. */
function watch(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

test('An organizer imports the second wave, sees that renters skip meals more than owners, freezes the figure, cites it in a claim, adds it to the hearing, opens the hearing file with the network off.', async ({
  page,
  context
}, testInfo) => {
  // Sixteen screens, each held to the rules four times.
  test.setTimeout(900_000);
  const errors = watch(page);

  await test.step('imports the second wave of the sample county', async () => {
    await page.goto('/');
    await expectSoundScreen(page);
    await page.getByRole('link', { name: 'Import your survey' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page);
    await page.getByLabel(/Survey file/).setInputFiles(files);
    await expect(page.getByRole('heading', { name: 'This looks like KoboToolbox' })).toBeVisible({
      timeout: 60_000
    });
    await expectSoundScreen(page);
    await page.getByRole('link', { name: 'Continue', exact: true }).click();
    await expect(page).toHaveURL(/\/questions/);
    await expectSoundScreen(page);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(page).toHaveURL(/\/privacy/);
    await expectSoundScreen(page);
    await page
      .getByRole('button', { name: 'Continue', exact: true })
      .or(page.getByRole('link', { name: 'Continue', exact: true }))
      .click();
    await expect(page).toHaveURL(/\/design/);
    await page.getByLabel('Survey', { exact: true }).fill('Our own import');
    await page.getByLabel('Wave', { exact: true }).fill('Second wave');
    await page.getByLabel('At random').check();
    await expectSoundScreen(page);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(page).toHaveURL(/\/check/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page);
    await page
      .locator('main')
      .getByRole('button', { name: /Import|Store/ })
      .click();
    await expect(page).toHaveURL(/\/done/, { timeout: 60_000 });
    await expect(page.getByText('1,181').first()).toBeVisible({ timeout: 60_000 });
    await expectSoundScreen(page);
  });

  await test.step('sees that renters skip meals more than owners', async () => {
    await page.goto('/sorrel-county/explore');
    const waves = page.getByLabel('wave');
    const imported = await waves
      .locator('option', { hasText: 'Our own import' })
      .getAttribute('value');
    await page.goto(
      `/sorrel-county/explore?show=prevalence:skipped-meals&by=tenure&wave=${imported ?? ''}`
    );
    await expect(
      page.getByText(/higher for Rent it than for Own it.* The gap is \d+ points/).first()
    ).toBeVisible();
    await expectSoundScreen(page);
  });

  let exhibit = '';
  let headline = '';
  await test.step('freezes the figure', async () => {
    await page.getByRole('link', { name: 'Add to exhibit' }).click();
    await expectSoundScreen(page);
    await page.getByRole('button', { name: 'Make a draft exhibit' }).click();
    headline = await page.getByLabel('Headline').inputValue();
    expect(headline).toMatch(/Rent it \d+%/);
    await page.getByLabel('Who can see it').selectOption('coalition');
    await expectSoundScreen(page);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByText('There is a problem')).toHaveCount(0);
    await page.getByRole('button', { name: 'Freeze this exhibit' }).click();
    await expect(page.getByText(/^Frozen \w+ \d+/)).toBeVisible();
    exhibit = new URL(page.url()).pathname;
    await expectSoundScreen(page);
  });

  await test.step('cites it in a claim', async () => {
    await page.getByRole('link', { name: 'Write a claim' }).click();
    await expectSoundScreen(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('main')).toContainText('Draft');
    await expectSoundScreen(page);
  });

  await test.step('adds it to the hearing', async () => {
    await page.goto(exhibit);
    await page.getByRole('button', { name: 'Add: Add to a hearing' }).click();
    await page.goto('/sorrel-county/hearings');
    await expectSoundScreen(page);
    await page
      .locator('main')
      .getByRole('link', { name: /Housing and Human Services/ })
      .first()
      .click();
    await expect(page.locator('main')).toContainText(headline);
    await expectSoundScreen(page);
  });

  await test.step('opens the hearing file with the network off', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the hearing file' }).click();
    const download = await waiting;
    const file = testInfo.outputPath('hearing.html');
    await download.saveAs(file);
    await context.setOffline(true);
    const deck = await context.newPage();
    const requests: string[] = [];
    deck.on('request', (request) => requests.push(request.url()));
    const deckErrors = watch(deck);
    await deck.goto(`file://${file}`);
    await expect(deck.getByText('Exhibit 1', { exact: true }).first()).toBeVisible();
    await deck.keyboard.press('End');
    await deck.keyboard.press('b');
    await deck.keyboard.press('b');
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(deckErrors).toEqual([]);
    await deck.close();
    await context.setOffline(false);
  });
  expect(errors).toEqual([]);
});

import { expect, test, type Page } from '@playwright/test';
import { expectSoundScreen } from './screens';

const field = (page: Page, name: string) => page.locator(`select[name="${name}"]`);

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('An analyst asks how many of each housing group need food, and shares the address', async ({
    page
  }) => {
    await page.goto('/sorrel-county/explore');
    await page.getByRole('link', { name: "Analyst's bench" }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText("Analyst's bench");

    await test.step('chooses the number and the question', async () => {
      await field(page, 'family').selectOption('mean_by');
      await page.getByRole('button', { name: 'Choose', exact: true }).click();
      await field(page, 'y').selectOption('need_food');
      await field(page, 'by').selectOption(['tenure']);
      await page.getByRole('button', { name: 'Show the answer' }).click();
      const shown = page.getByRole('row').filter({ hasText: 'Released' }).first();
      for (const number of await shown.getByRole('cell').all())
        await expect(number).not.toHaveText('');
    });

    await test.step('marks which answer counts as yes', async () => {
      await page
        .getByRole('group', { name: /count as yes/ })
        .getByLabel('Yes')
        .check();
      await page.getByRole('button', { name: 'Show the answer' }).click();
    });

    await test.step('sees released groups, and hidden ones without a number', async () => {
      const table = page.getByRole('region', { name: 'Main numbers' });
      await expect(table.getByText('Released').first()).toBeVisible();
      const hidden = table.getByRole('row').filter({ hasText: 'to protect privacy' });
      await expect(hidden.first()).toBeVisible();
      for (const row of await hidden.all()) expect(await row.innerText()).not.toMatch(/\d/);
      await expect(page.locator('pre')).toContainText('svyby');
    });

    await test.step('opens the same answer from its address, and its CSV', async () => {
      const address = page.url();
      await page.goto('/sorrel-county');
      await page.goto(address);
      await expect(page.getByRole('region', { name: 'Main numbers' })).toBeVisible();
      const href = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
      const csv = await (await page.request.get(href!)).text();
      expect(csv).toContain('tenure,number,value,mark');
      expect(csv).toMatch(/,private\r\n/);
      for (const line of csv.split('\r\n').filter((one) => one.endsWith(',private')))
        expect(line).toMatch(/,,private$/);
    });

    await test.step('reads how it is computed', async () => {
      await page
        .locator('section')
        .getByRole('link', { name: /Groups, and people/ })
        .click();
      await expect(page.getByRole('heading', { name: 'What it does not say' })).toBeVisible();
      await page.getByRole('link', { name: 'All methods' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Methods');
    });
  });

  test('A condition that leaves out too few people is refused in a sentence', async ({ page }) => {
    const asked = new URLSearchParams({ family: 'mean', ask: '1', y: 'need_food', 'y-yes': 'yes' });
    asked.append('where-var', 'tenure');
    asked.append('where-op', '==');
    asked.append('where-value', 'no_rent');
    await page.goto(`/sorrel-county/bench?${asked}`);
    await expect(page.getByText('differ from people already shown by too few')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Main numbers' })).toHaveCount(0);
  });
});

test('The bench and the methods are sound screens', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/sorrel-county/bench?family=nchs&ask=1&y=need_food&y-yes=yes&by=race_ethnicity');
  await expect(page.getByText('Unreleased').first()).toBeVisible();
  await expectSoundScreen(page);
  await page.goto('/sorrel-county/methods');
  await expectSoundScreen(page);
  await page.goto('/sorrel-county/methods/proportions');
  await expectSoundScreen(page);
});

test('A figure links to the methods it used', async ({ page }) => {
  await page.goto('/sorrel-county/explore');
  await page
    .locator('#method')
    .getByRole('link', { name: 'Shares of people and their ranges' })
    .click();
  await expect(page).toHaveURL(/\/methods\/proportions$/);
});

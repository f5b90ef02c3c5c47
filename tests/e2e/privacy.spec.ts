import { expect, test } from '@playwright/test';
import { expectSoundScreen } from './screens';

const people = ['Ana Lopez', 'Joe Smith', 'Luz Reyes', 'Priya Rao', 'Tom Barrow', 'Omar Haddad'];
const csv = [
  'response key,Full name,E-mail,ZIP code,Do you rent?,What should change?',
  ...people.map((name, i) =>
    [
      `R${i}`,
      name,
      `person${i}@example.org`,
      64100 + i,
      i % 2 ? 'Yes' : 'No',
      `"The bus is late, ask ${name} at 816-555-014${i} about the stop near the school"`
    ].join(',')
  )
].join('\n');

test('An organizer imports a file with e-mail addresses: nobody sees them, names are kept private, and one answer becomes a quote', async ({
  page
}) => {
  test.setTimeout(300_000);
  await page.goto('/sorrel-county/data/import');
  await page.waitForLoadState('networkidle');
  await page.getByLabel(/Survey file/).setInputFiles({
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv)
  });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('looks like', {
    timeout: 60_000
  });
  await expect(page.locator('main')).not.toContainText('@example.org');

  await test.step('chooses at the step Privacy by keyboard', async () => {
    await page.getByRole('link', { name: 'Privacy' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('personal data');
    await expectSoundScreen(page);
    const email = page.getByLabel('What to do with E-mail');
    await expect(email).toHaveValue('drop');
    await page.getByLabel('What to do with Full name').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('What to do with Full name')).toHaveValue('private');
    await page.getByLabel('What to do with ZIP code').selectOption('zip3');
    await page.getByRole('button', { name: 'Keep these choices' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Your choices are kept.');
    await expect(email).toHaveValue('drop');
    await expect(page.locator('main')).not.toContainText(/Lopez|@example\.org/);
    await page.getByRole('button', { name: 'Continue' }).click();
  });

  await test.step('imports it', async () => {
    await page.getByLabel('Survey', { exact: true }).fill('Bus stops');
    await page.getByLabel('Wave', { exact: true }).fill('This spring');
    await page.getByLabel('Open link or event').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page).toHaveURL(/\/check/);
    await page
      .locator('main')
      .getByRole('button', { name: /^(Import|Store)/ })
      .click();
    await expect(page).toHaveURL(/\/done/, { timeout: 60_000 });
    await expect(page.getByRole('heading', { name: 'What was stored' })).toBeVisible({
      timeout: 60_000
    });
  });

  await test.step('approves a quote without the name and the phone', async () => {
    await page.goto('/sorrel-county/data');
    const pages = page.getByRole('list', { name: 'Pages of This spring' }).first();
    await pages.getByRole('link', { name: 'Codebook' }).click();
    await page.getByRole('link', { name: 'Texts' }).click();
    await expect(page.locator('article')).toHaveCount(people.length);
    await expectSoundScreen(page);
    const first = page.locator('article').first();
    await expect(first.locator('mark').first()).toContainText('name');
    const quote = first.getByLabel('Quote, as it may be shown');
    await expect(quote).toHaveValue(/ask \[name\] at \[phone\]/);
    await quote.fill('call 816-555-0140');
    await first.getByRole('button', { name: 'Approve as quote' }).click();
    await expect(first.getByText(/still holds/)).toBeVisible();
    await page.getByRole('link', { name: /still holds/ }).click();
    await expect(first.getByLabel('Quote, as it may be shown')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('The bus is late at the stop near the school');
    await first.getByRole('button', { name: 'Approve as quote' }).click();
    await expect(page.getByRole('status')).toHaveText('The quote is approved.');
    await expect(page.locator('figure')).toContainText('The bus is late at the stop');
    await expect(page.locator('article')).toHaveCount(people.length - 1);
  });
});

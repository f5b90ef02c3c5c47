import { expect, test } from '@playwright/test';
import { expectSoundScreen } from './screens';

/** Screens one click away from a list, by the list they are opened from. */
const firstOf: Record<string, RegExp> = {
  '/sorrel-county/campaigns': /\/campaigns\/[0-9A-Z]{26}$/,
  '/sorrel-county/coalition': /\/coalition\/\w+\/[0-9A-Z]{26}/,
  '/sorrel-county/measures': /\/measures\/[0-9A-Z]{26}$/,
  '/sorrel-county/actions': /\/actions\/[0-9A-Z]{26}$/,
  '/sorrel-county/evidence': /\/evidence\/exhibits\/[0-9A-Z]{26}$/,
  '/sorrel-county/needs': /\/indicators\//,
  '/sorrel-county/data': /\/data\/[0-9A-Z]{26}\/quality$/
};

const others = [
  '/sorrel-county/explore?show=unmet-need:rent&by=place&as=map',
  '/sorrel-county/explore?show=answer-shares:skipped-meals&by=tenure',
  '/sorrel-county/change?show=prevalence:skipped-meals&planned=1200&estimate=30&error=3&source=ACS&same=yes',
  '/sorrel-county/priorities',
  '/sorrel-county/priorities/rate?need=unmet-need:rent',
  '/sorrel-county/indexes',
  '/sorrel-county/indexes/new',
  '/sorrel-county/indicators',
  '/sorrel-county/indicators/inputs',
  '/sorrel-county/indicators/unmet-need-rate',
  '/sorrel-county/methods/proportions',
  '/sorrel-county/settings',
  '/sorrel-county/settings/release',
  '/sorrel-county/campaigns/new',
  '/sorrel-county/hearings/new',
  '/sorrel-county/no-such-page',
  '/sign-in',
  '/gallery'
];

test.describe('every screen is sound: axe in light and dark, on a desk and on a phone', () => {
  test.setTimeout(240_000);

  for (const [list, first] of Object.entries(firstOf))
    test(`${list} and its first entry`, async ({ page }) => {
      await page.goto(list);
      await expectSoundScreen(page);
      const links = await page
        .locator('main a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
      const entry = links.find((href) => first.test(href));
      expect(entry, links.join(' ')).toBeDefined();
      await page.goto(entry ?? '');
      await expectSoundScreen(page);
    });

  for (const address of others)
    test(address, async ({ page }) => {
      await page.goto(address);
      await expectSoundScreen(page);
    });
});

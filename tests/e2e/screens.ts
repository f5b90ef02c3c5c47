import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 }
];
const themes = ['light', 'dark'] as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Holds a screen, as it stands now, to the rules every screen keeps: axe finds nothing, and nothing
 * scrolls sideways, in light and dark, on a desk and on a phone. Afterwards the screen is as before.
 */
export async function expectSoundScreen(page: Page): Promise<void> {
  const before = page.viewportSize() ?? sizes[0]!;
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    for (const size of sizes) {
      await page.setViewportSize(size);
      const where = `${new URL(page.url()).pathname} ${colorScheme} ${size.width}`;
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`
      );
      expect(found, where).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, where).toBeLessThanOrEqual(size.width);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}

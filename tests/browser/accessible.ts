// WCAG 2.2 AA as axe can judge it, and no sideways scrolling.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

const RULES = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };

export async function isAccessible(page: Page) {
  const axe = new AxeBuilder({ page }).options({ runOnly: RULES, resultTypes: ['violations'] });
  // No page has frames, so nothing has to be put together in a second page: twice as quick.
  const result = await axe.setLegacyMode(true).analyze();
  expect(result.violations.map((violation) => `${violation.id}: ${violation.nodes[0].html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
}

/** The page as it stands on a phone, then on a desktop, where it stays. */
export async function isAccessibleEverywhere(page: Page) {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await isAccessible(page);
  }
}

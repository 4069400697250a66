// A scan is opened when it arrives: what it cannot be is said under its slot, what it is stands on its card.
import type { Locator, Page } from '@playwright/test';
import { openSection, signIn } from './actors.ts';
import { expect, setClock, test, type Cloud } from './cloud.ts';
import { png, type Scan } from './scans.ts';

async function photoSlot(page: Page, cloud: Cloud): Promise<Locator> {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('start', 'P6');
  await signIn(page, cloud, who.mobile);
  const form = await openSection(page, who.application, 'basic_info');
  return form.getByRole('group', { name: /^照片/ });
}

const choose = (slot: Locator, scan: Scan) => slot.locator('input[type=file]').setInputFiles(scan);

test('a photo that is too small is refused with the size that is asked for', async ({ page, cloud }) => {
  const slot = await photoSlot(page, cloud);
  await expect(slot).toContainText('单个文件不超过 5 MB');
  await choose(slot, png(300, 400));
  await expect(slot.getByRole('alert')).toContainText('398×535');
  await expect(slot.locator('.file-card')).toHaveCount(0);
  await choose(slot, { ...png(), buffer: Buffer.alloc(5 * 1024 * 1024 + 1) });
  await expect(slot.getByRole('alert')).toContainText('单个文件不超过 5 MB');
  await choose(slot, png(420, 560));
  await expect(slot.locator('.file-card')).toHaveCount(1);
});

test('after a reload a card shows its picture', async ({ page, cloud }) => {
  const slot = await photoSlot(page, cloud);
  await choose(slot, png(420, 560));
  await expect(slot.locator('.file-card')).toHaveCount(1);
  await page.reload();
  await slot.locator('.file-card').scrollIntoViewIfNeeded();
  const picture = slot.locator('img.thumbnail');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(420);
});

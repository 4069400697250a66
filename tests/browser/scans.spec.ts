// A scan is opened when it arrives: what it cannot be is said under its slot, what it is stands on its card.
import type { Locator, Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { openSection, signIn } from './actors.ts';
import { expect, setClock, test, type Cloud } from './cloud.ts';
import { expectFailures } from './drafts.ts';
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
  await expect(slot.getByRole('button', { name: '重新上传' })).toHaveCount(0);
  await expect(slot.locator('.file-card')).toHaveCount(0);
  await choose(slot, { ...png(), buffer: Buffer.alloc(5 * 1024 * 1024 + 1) });
  await expect(slot.getByRole('alert')).toContainText('单个文件不超过 5 MB');
  await choose(slot, png(420, 560));
  await expect(slot.locator('.file-card')).toHaveCount(1);
});

test('a transfer that breaks off is repeated with a press, without choosing again', async ({ page, cloud, problems }) => {
  const slot = await photoSlot(page, cloud);
  let n_sent = 0;
  await page.route('**/*', (route) => {
    const isTransfer = route.request().method() === 'PUT' && route.request().resourceType() === 'xhr';
    if (isTransfer) n_sent += 1;
    return isTransfer && n_sent === 1 ? route.abort('connectionreset') : route.fallback();
  });
  await choose(slot, png(420, 560));
  await expect(slot.getByRole('alert')).toContainText('上传中断，请检查网络后重新上传');
  await expect(slot.locator('.file-card')).toHaveCount(0);
  await isAccessible(page);
  await slot.getByRole('button', { name: '重新上传' }).click();
  await expect(slot.locator('.file-card')).toHaveCount(1);
  await expect(slot.getByRole('alert')).toHaveCount(0);
  expect(n_sent).toBe(2);
  await page.reload();
  await expect(slot.locator('.file-card')).toHaveCount(1);
  expectFailures(problems);
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

test('r40 a picture is turned on its card, by keyboard too, and stays turned', async ({ page, cloud }) => {
  const slot = await photoSlot(page, cloud);
  await choose(slot, png(600, 700));
  const card = slot.locator('.file-card');
  const size = () => card.locator('img.thumbnail').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(size).toEqual([600, 700]);
  await card.getByRole('button', { name: /^查看/ }).click();
  const large = card.locator('img.scan');
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  const right = card.getByRole('button', { name: /^右转/ });
  await right.focus();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('status').first()).toHaveText('已顺时针旋转 90 度');
  await expect(right).toBeFocused();
  await expect.poll(size).toEqual([700, 600]);
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(700);
  await isAccessible(page);
  await page.reload();
  await card.scrollIntoViewIfNeeded();
  await expect.poll(size).toEqual([700, 600]);
  await card.getByRole('button', { name: /^左转/ }).click();
  await expect.poll(size).toEqual([600, 700]);
  await expect(card.getByRole('status').first()).toHaveText('');
});

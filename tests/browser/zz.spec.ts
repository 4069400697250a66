import { openSection, signIn } from './actors.ts';
import { test, expect } from './cloud.ts';
test('lost click', async ({ page, cloud }) => {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  const form = await openSection(page, who.application, 'basic_info');
  await page.locator('[id="basic_info--mobile"]').fill('123');
  const radio = page.locator('[id="basic_info--exceptional-true"]');
  await radio.scrollIntoViewIfNeeded();
  const b = (await radio.boundingBox())!;
  await page.mouse.click(b.x + b.width / 2, b.y + b.height / 2, { delay: 100 });
  await page.waitForTimeout(300);
  console.log('moved', (await radio.boundingBox())!.y - b.y, 'checked after the click:', await radio.isChecked(), await form.locator('.error').allInnerTexts());
});

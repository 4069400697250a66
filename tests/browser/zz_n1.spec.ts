import { openSection, signIn } from './actors.ts';
import { setClock, test } from './cloud.ts';
test('shots', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, who.mobile);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: '/tmp/n1_home.png' });
  const form = await openSection(page, who.application, 'publications');
  await form.getByRole('button', { name: /^添加/ }).click();
  await page.screenshot({ path: '/tmp/n1_pub.png', fullPage: true });
  await page.getByRole('button', { name: 'English' }).click();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/n1_pub_en.png', fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: '/tmp/n1_pub_en_wide.png', fullPage: true });
});

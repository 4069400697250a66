// What time does, as the applicant sees it: the SMS of the last day, and an application that has expired.
import { isAccessible } from './accessible.ts';
import { signIn } from './actors.ts';
import { expect, messages, setClock, test } from './cloud.ts';

// Whoever comes next in this cloud begins where it began.
test.afterEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

test('t28 m08 the applicant is reminded on the last day and sees what was missed after it', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('fill', 'P1');
  const told = (part: string) => async () => (await messages(cloud, mobile)).filter((text) => text.includes(part)).length;
  await setClock(cloud, '2020-09-10T00:05:00+08:00');
  await expect.poll(told('您有申报事项将于9月10日24时截止')).toBe(1);

  await page.goto('/_local/clock/page');
  await page.getByRole('button', { name: '前进 1 小时' }).click();
  await expect(page.locator('.big')).toContainText('2020-09-10 01:05');
  await page.getByRole('button', { name: '前进 1 天' }).click();
  await expect(page.locator('.big')).toContainText('2020-09-11 01:05');
  await expect.poll(told('已视为放弃本年度申报')).toBe(1);
  expect(await told('24时截止')()).toBe(1);

  await signIn(page, cloud, mobile);
  await expect(page.locator('.application-card')).toContainText('逾期视为放弃');
  await page.locator('.application-card').getByRole('link', { name: '查看进度' }).click();
  await expect(page).toHaveURL(new RegExp(`${application}/progress$`));
  const filling = page.locator('.timeline-step').first();
  await expect(filling).toContainText('在2020年9月10日24时前没有提交，视为放弃本年度申报');
  await isAccessible(page);
  await page.goto(`/applications/${application}/submit`);
  await expect(page.getByRole('button', { name: '提交', exact: true })).toHaveCount(0);
});

test('t02 a draft is not offered for submission once its last day is over', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('fill', 'P1');
  await setClock(cloud, '2020-09-10T23:30:00+08:00');
  await signIn(page, cloud, mobile);
  await page.goto(`/applications/${application}/submit`);
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeEnabled();
  // Less than an hour: nobody has come to let it expire.
  await setClock(cloud, '2020-09-11T00:10:00+08:00');
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: '截止日期2020年9月10日已过，不能再提交' })).toBeVisible();
  await expect(page.getByRole('button', { name: '提交', exact: true })).toHaveCount(0);
  await isAccessible(page);
});

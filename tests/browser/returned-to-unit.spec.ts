// 退回单位补正: the series office asks the unit, the unit answers and corrects, the office reads what changed and passes.
import { isAccessibleEverywhere } from './accessible.ts';
import { decide, openReview, signIn, signInAt } from './actors.ts';
import { expect, messages, setClock, test } from './cloud.ts';

const SERIES = '柳州市经济专业工程技术人员职称改革工作领导小组';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

test('t14 t15 what the unit is asked for it answers and corrects, and the office that asked passes it', async ({ page, cloud }) => {
  const who = await cloud.newcomer('series', 'P6');
  const panel = page.locator('.step-panel');
  await signInAt(page, cloud, SERIES);
  await page.goto(`/review/${who.application}`);
  await page.getByRole('button', { name: '退回此处：审议小组审议推荐建议' }).click();
  await panel.getByLabel('原因类别').selectOption({ index: 1 });
  await panel.locator('textarea').first().fill('请写明审议小组的推荐理由');
  await isAccessibleEverywhere(page);
  await panel.getByRole('button', { name: '确认退回单位补正' }).click();
  await expect(page.getByText('办理成功')).toBeVisible();

  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await expect(page.locator('.badge').first()).toContainText('单位补正');
  await expect(page.getByText('请写明审议小组的推荐理由').first()).toBeVisible();
  const form = page.locator('section.unit-form', { has: page.locator('[id="unit-form-deliberation"]') });
  const opinion = form.locator('textarea').first();
  const had = await opinion.inputValue();
  await opinion.fill(`${had}成员一致认为其业绩突出。`);
  await expect(form.locator('.save-state').first()).toContainText(/已保存/);
  await panel.getByRole('button', { name: '补正完成，重新上报', exact: true }).click();
  await panel.getByRole('button', { name: '确认补正完成，重新上报' }).click();
  await expect(page.getByText('办理成功')).toHaveCount(0);
  await panel.getByLabel('修改说明').fill('已写明推荐理由');
  await isAccessibleEverywhere(page);
  await panel.getByRole('button', { name: '确认补正完成，重新上报' }).click();
  await expect(page.getByText('办理成功')).toBeVisible();

  await signInAt(page, cloud, SERIES);
  await page.goto(`/review/${who.application}`);
  const latest = page.getByRole('region', { name: '本次修改' });
  await expect(latest).toContainText('请写明审议小组的推荐理由');
  await expect(latest).toContainText('已写明推荐理由');
  await expect(latest.locator('[data-changes=deliberation] ins')).toHaveText('成员一致认为其业绩突出。');
  await isAccessibleEverywhere(page);
  await decide(page, '审核通过', '材料齐全，符合条件');
  await expect(page.locator('.badge').first()).toContainText('待缴费');

  // The applicant is told when the office can no longer take it back.
  const told = async () => (await messages(cloud, who.mobile)).filter((text) => text.includes('通过')).length;
  expect(await told()).toBe(0);
  await signIn(page, cloud, who.mobile);
  await page.goto(`/applications/${who.application}/progress`);
  await expect(page.locator('.badge').first()).toContainText('待缴费');
  await expect.poll(told).toBe(1);
});

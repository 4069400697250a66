// The ways back: 收回 of an office, 撤回 of the applicant with consent, 重新受理.
import { isAccessible, isAccessibleEverywhere } from './accessible.ts';
import { decide, signIn, signInAt } from './actors.ts';
import { expect, messages, setClock, test } from './cloud.ts';
import type { Page } from '@playwright/test';

const SERIES = '柳州市经济专业工程技术人员职称改革工作领导小组';
const WHY = '所学专业与申报专业不符，依据评审条件第五条不予受理';

// Whoever comes next in this cloud begins where it began.
test.afterEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

async function refuse(page: Page) {
  const panel = page.locator('.step-panel');
  await panel.getByRole('button', { name: '不予受理', exact: true }).click();
  await panel.getByRole('radio').first().check();
  await panel.getByLabel('意见').fill(WHY);
  await panel.getByRole('button', { name: '确认不予受理' }).click();
  await expect(page.getByText('办理成功')).toBeVisible();
}

test('t18 a refusal is taken back unseen, told once it was seen, and reopened with a reason', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('series', 'P6');
  const told = async () => (await messages(cloud, mobile)).filter((text) => text.includes('未通过')).length;
  await signInAt(page, cloud, SERIES);
  await page.goto(`/review/${application}`);
  await refuse(page);
  await expect(page.getByText('“不予受理”在')).toContainText('对方打开材料之前可以收回');
  await isAccessibleEverywhere(page);
  await page.getByRole('button', { name: '收回', exact: true }).click();
  await expect(page.locator('.step-panel')).toBeVisible();
  await expect(page.locator('.badge').first()).toContainText('系列职改办审核中');
  expect(await told()).toBe(0);

  await refuse(page);
  await signIn(page, cloud, mobile);
  await page.goto(`/applications/${application}/progress`);
  await expect(page.locator('.badge').first()).toContainText('不予受理');
  await expect.poll(told).toBe(1);

  await signInAt(page, cloud, SERIES);
  await page.goto(`/review/${application}`);
  await expect(page.getByRole('button', { name: '收回', exact: true })).toHaveCount(0);
  await decide(page, '重新受理', '经复核专业相近，重新受理');
  await expect(page.locator('.badge').first()).toContainText('系列职改办审核中');
  await page.locator('summary', { hasText: '办理记录' }).first().click();
  await expect(page.getByText('经复核专业相近，重新受理')).toBeVisible();
  await isAccessible(page);
});

test('t26 what the unit has opened is withdrawn with its consent', async ({ page, cloud }) => {
  const who = await cloud.newcomer('submit', 'P6');
  const ask = async (why: string) => {
    await signIn(page, cloud, who.mobile);
    await page.getByRole('button', { name: '申请撤回' }).click();
    await page.getByLabel('撤回原因（选填）').fill(why);
    await isAccessible(page);
    await page.getByRole('button', { name: '提交撤回申请' }).click();
    await expect(page.getByText('已申请撤回，等待审核部门答复')).toBeVisible();
  };
  const asUnit = async () => {
    await signInAt(page, cloud, who.unit);
    await page.goto(`/review/${who.application}`);
    await expect(page.locator('.step-panel')).toBeVisible();
  };
  await asUnit();
  await ask('单位选错了');
  await asUnit();
  await expect(page.getByText('说明：单位选错了')).toBeVisible();
  await expect(page.locator('.step-panel').getByRole('button')).toHaveText(['同意撤回', '不同意撤回']);
  await isAccessibleEverywhere(page);
  await decide(page, '不同意撤回', '材料已开始公示，请先与单位联系');
  await expect(page.locator('.step-panel').getByRole('button', { name: '退回修改' })).toBeVisible();
  await expect.poll(async () => (await messages(cloud, who.mobile))[0]).toContain('单位已答复您的撤回申请');

  await ask('确实选错了单位');
  await asUnit();
  await page.locator('.step-panel').getByRole('button', { name: '同意撤回', exact: true }).click();
  await page.getByRole('button', { name: '确认同意撤回' }).click();
  await expect(page.getByText('办理成功')).toBeVisible();
  await signIn(page, cloud, who.mobile);
  await expect(page.locator('.application-card')).toContainText('已撤回');
});

// The unit's publicity, twice: an application that is corrected after the first one hangs out anew.
import { isAccessibleEverywhere } from './accessible.ts';
import { decide, fillUnitForm, makeSheet, openReview, openSection, packOf, press, signIn, signInAt } from './actors.ts';
import { expect, setClock, test, type Cloud } from './cloud.ts';
import { fillSection } from './form.ts';

async function declaration(cloud: Cloud) {
  return (await packOf(cloud)).sections.find((section) => section.id === 'declaration')!;
}

test('r74 r77 a unit plans, prints and posts, and after a correction once more', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('submit', 'P6');
  await setClock(cloud, '2020-09-29T09:00:00+08:00');
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await fillUnitForm(page, cloud, 'unit_check', who);

  // What is missing for the sheet is named, and each line leads to its place.
  await page.getByRole('button', { name: '生成公示表' }).click();
  await page.getByRole('link', { name: '请填写“公示地点”' }).click();
  await expect(page.locator('[id="publicity--place"]')).toBeFocused();
  await expect(page.getByLabel('公示结论')).toHaveCount(0);

  const days = page.getByRole('region', { name: '公示日程' });
  const dates = { start_date: '2020-09-29', end_date: '2020-10-12' };
  await fillUnitForm(page, cloud, 'publicity', who, dates);
  await expect(days).toContainText('最早公示至2020年10月12日');
  await expect(days.locator('tr', { hasText: '10月8日' })).toContainText('不计入（国庆节）');
  await expect(days.locator('tr', { hasText: '10月10日' })).toContainText('第4个工作日（调休）');
  await expect(days.locator('tr', { hasText: '10月11日' })).toContainText('不计入（周末）');
  await fillUnitForm(page, cloud, 'appraisals', who);
  await makeSheet(page, `公示表-${who.name}-第1版.pdf`);
  await isAccessibleEverywhere(page);
  await press(page, '审核通过，开始公示');
  await expect(days).toContainText('正在公示：已到第1个工作日，共5个');
  const shown = (await page.locator('[id="publicity--snapshot_hash"]').textContent())!.replace(/\s/g, '');
  const code = /[0-9a-f]{16}$/.exec(shown)![0];

  // The unit returns it; the applicant changes what is printed.
  await page.getByRole('button', { name: '退回此处：个人基本信息' }).click();
  const panel = page.locator('.step-panel');
  await panel.getByLabel('原因类别').selectOption({ index: 1 });
  await panel.locator('textarea').first().fill('请写明现从事的专业技术工作');
  await panel.getByRole('button', { name: /^确认/ }).click();
  await expect(page.getByText('该申报目前不在本单位办理')).toBeVisible();
  await signIn(page, cloud, who.mobile);
  const form = await openSection(page, who.application, 'basic_info');
  await form.locator('[id="basic_info--current_work"]').fill('冲压模具设计');
  await expect(form.locator('.save-state.save-done').first()).toBeVisible();
  await fillSection(page, await openSection(page, who.application, 'declaration'), await declaration(cloud), who.answers.declaration);
  await page.goto(`/applications/${who.application}/submit`);
  await page.getByLabel('修改说明').fill('已写明');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '确定提交' }).click();
  await expect(page).toHaveURL(/\/progress$/);
  await expect(page.getByRole('button', { name: '下载公示表' })).toBeVisible();

  // Nothing of the first publicity is left in the form but where it hung.
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await expect(page.locator('[id="publicity--start_date"]')).toHaveValue('');
  await expect(page.locator('[id="publicity--end_date"]')).toHaveValue('');
  await expect(page.locator('[id="publicity--place"]')).not.toHaveValue('');
  await fillUnitForm(page, cloud, 'unit_check', who);
  await fillUnitForm(page, cloud, 'publicity', who, dates);
  await makeSheet(page, `公示表-${who.name}-第2版.pdf`);
  await isAccessibleEverywhere(page);

  // Whoever stands before the first sheet.
  await page.context().clearCookies();
  await page.goto(`/check/${code}`);
  await expect(page.getByText('已被第2版取代')).toBeVisible();
  await expect(page.locator('dl')).toHaveText(/第1版.*2020年9月29日.*李/s);
  await isAccessibleEverywhere(page);
  await page.goto('/check/0123456789abcdef');
  await expect(page.getByText('请核对公示表上的16位校验码')).toBeVisible();
});

test('edge 69: a publicity is extended, and one that was disturbed is held again', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('submit', 'P6');
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  for (const [form, values] of [['unit_check', {}], ['publicity', { start_date: '2020-08-03', end_date: '2020-08-07' }], ['appraisals', {}]] as const) {
    await fillUnitForm(page, cloud, form, who, values);
  }
  await makeSheet(page, `公示表-${who.name}-第1版.pdf`);
  await press(page, '审核通过，开始公示');

  const changed = page.getByText('请重新生成公示表，打印后换下原来的一张');
  await expect(changed).toHaveCount(0);
  await page.locator('[id="publicity--end_date"]').fill('2020-08-11');
  await expect(changed).toBeVisible();
  await makeSheet(page, `公示表-${who.name}-第1版.pdf`);
  await expect(changed).toHaveCount(0);

  const panel = page.locator('.step-panel');
  await panel.getByRole('button', { name: '公示无效，重新公示' }).click();
  await isAccessibleEverywhere(page);
  await panel.locator('textarea').fill('公示栏8月4日起施工，公示表被遮挡。');
  await panel.getByRole('button', { name: /^确认/ }).click();
  await expect(page.getByText('已作废：本次公示无效，须重新公示')).toBeVisible();
  await expect(page.locator('[id="publicity--end_date"]')).toHaveValue('');
  await expect(page.getByRole('button', { name: '公示无效，重新公示' })).toHaveCount(0);
  await isAccessibleEverywhere(page);
  await setClock(cloud, '2020-08-05T09:00:00+08:00');
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await fillUnitForm(page, cloud, 'publicity', who, { start_date: '2020-08-05', end_date: '2020-08-11' });
  await makeSheet(page, `公示表-${who.name}-第2版.pdf`);
  await press(page, '审核通过，开始公示');

  await signIn(page, cloud, who.mobile);
  await page.goto(`/applications/${who.application}/progress`);
  await page.getByText(/^办理记录/).click();
  await expect(page.getByText('公示栏8月4日起施工，公示表被遮挡。').first()).toBeVisible();
});

test('edge 10: paper that was posted before it was entered is entered later and flagged', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('submit', 'P6');
  await setClock(cloud, '2020-08-10T09:00:00+08:00');
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await fillUnitForm(page, cloud, 'unit_check', who);
  await fillUnitForm(page, cloud, 'appraisals', who);
  const dates = { start_date: '2020-08-03', end_date: '2020-08-07' };
  await fillUnitForm(page, cloud, 'publicity', who, dates);
  await page.getByRole('button', { name: '生成公示表' }).click();
  await expect(page.getByRole('link', { name: /公示开始日期不能早于这一天/ }).first()).toBeVisible();

  const later = { ...dates, posted_before: 'true', posted_before_reason: '公示时单位账号尚未开通，先张贴了纸质公示表' };
  await fillUnitForm(page, cloud, 'publicity', who, { posted_before: 'true' });
  await expect(page.getByLabel('补登原因')).toBeVisible();
  await fillUnitForm(page, cloud, 'publicity', who, later);
  await makeSheet(page, `公示表-${who.name}-第1版.pdf`);
  await isAccessibleEverywhere(page);
  await press(page, '审核通过，开始公示');
  await openReview(page, who);
  await fillUnitForm(page, cloud, 'publicity', who, later);
  await press(page, '公示结束，进入审议推荐');
  await openReview(page, who);
  for (const form of ['deliberation', 'unit_recommendation']) {
    await fillUnitForm(page, cloud, form, who, { date: '2020-08-10' });
  }
  await decide(page, '同意上报', '同意上报');

  await signInAt(page, cloud, '柳州市经济专业工程技术人员职称改革工作领导小组');
  await openReview(page, who);
  await expect(page.getByRole('link', { name: /本次公示是补登的.*对照盖章公示表扫描件/ })).toBeVisible();
  await expect(page.getByText(later.posted_before_reason)).toBeVisible();
  await isAccessibleEverywhere(page);
});

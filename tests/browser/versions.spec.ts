// Return, correction, 您改了什么, 本次修改, and on (review.md §3; edge case 6).
import { isAccessible } from './accessible.ts';
import { fillUnitForm, makeSheet, openReview, openSection, packOf, press, signIn, signInAt } from './actors.ts';
import { expect, setClock, test } from './cloud.ts';
import { fillSection } from './form.ts';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

test('case 6: what was changed, and what was only said to be, opens first', async ({ page, cloud }) => {
  const who = await cloud.newcomer('return', 'P6');
  await signIn(page, cloud, who.mobile);
  await page.goto(`/applications/${who.application}/submit`);
  const own = page.getByRole('region', { name: '您改了什么' });
  await expect(own).toContainText('您还没有任何改动');

  const form = await openSection(page, who.application, 'achievements');
  const effect = form.locator('textarea[id$="--effect"]').first();
  const had = await effect.inputValue();
  await effect.fill(`${had}年节约成本50%。`);
  await expect(form.locator('.save-state').first()).toContainText(/已保存/);
  const declaration = (await packOf(cloud)).sections.find((section) => section.id === 'declaration')!;
  await fillSection(page, await openSection(page, who.application, 'declaration'), declaration, who.answers.declaration);

  await page.goto(`/applications/${who.application}/submit`);
  await expect(own.getByRole('table', { name: '7．' })).toContainText('年节约成本50%。');
  await page.getByLabel('修改说明').fill('已重新上传');
  await isAccessible(page);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '确定提交' }).click();
  await expect(page).toHaveURL(/\/progress$/);
  await page.getByText('历次提交（2）').click();
  await page.getByText(/^申报人第2次提交/).click();
  await expect(page.getByText('未改动')).toBeVisible();
  await isAccessible(page);

  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  const latest = page.getByRole('region', { name: '本次修改' });
  await expect(latest).toContainText('请重新上传证件照');
  await expect(latest).toContainText('已重新上传');
  await expect(latest.getByText('未改动', { exact: true })).toBeVisible();
  const row = latest.locator('[data-changes=achievements] tbody tr');
  await expect(row).toHaveCount(1);
  await expect(row.locator('ins')).toHaveText('年节约成本50%。');
  await isAccessible(page);
  await latest.getByRole('link', { name: /^个人基本信息/ }).first().click();
  await expect(page.locator('[id="reading-basic_info"]')).toBeFocused();
  await latest.getByText(/^没有改动的栏目/).click();
  await latest.getByRole('link', { name: '5．任现职以来论文、著作情况' }).click();
  await expect(page.locator('[id="reading-publications"]')).toBeFocused();

  await fillUnitForm(page, cloud, 'unit_check', who);
  const dates = { start_date: '2020-08-03', end_date: '2020-08-07' };
  await fillUnitForm(page, cloud, 'publicity', who, dates);
  await fillUnitForm(page, cloud, 'appraisals', who);
  await makeSheet(page, `公示表-${who.name}-第1版.pdf`);
  await press(page, '审核通过，开始公示');
});

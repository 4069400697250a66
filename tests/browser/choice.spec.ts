// A wrong title, committee or specialty is corrected; a draft is deleted; what is submitted is withdrawn.
import type { Page } from '@playwright/test';
import { isAccessible, isAccessibleEverywhere } from './accessible.ts';
import { openSection, signIn, start } from './actors.ts';
import { expect, setClock, test, type Cloud, type Newcomer, type Wish } from './cloud.ts';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

async function arrive(page: Page, cloud: Cloud, wish: Wish, key: string): Promise<Newcomer> {
  const who = await cloud.newcomer(wish, key);
  await signIn(page, cloud, who.mobile);
  return who;
}

const save = (page: Page) => page.getByRole('button', { name: '保存更改' });

test('r95 another committee is chosen, and its criteria are asked for', async ({ page, cloud }, info) => {
  const who = await arrive(page, cloud, 'fill', 'P2');
  const form = await openSection(page, who.application, 'basic_info');
  await form.getByRole('link', { name: '更改申报职称和专业' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '更改申报职称和专业' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '工程师', exact: true })).toBeChecked();
  await expect(page.locator('input[name=industry][value=HousingConstruction]')).toBeChecked();
  await expect(page.locator(`input[name=specialty][value=${who.specialty}]`)).toBeChecked();
  await expect(save(page)).toBeDisabled();
  await expect(page.getByText('没有需要保存的更改')).toBeVisible();
  await expect(page.getByText('可删除草稿后重新开始')).toBeVisible();

  await page.locator('input[name=industry][value=Other]').check();
  await expect(page.locator('#committee')).toContainText('工程系列');
  await expect(page.locator('#committee')).toContainText('请重新选择申报专业');
  await save(page).click();
  await expect(page.locator('#specialty')).toContainText('请重新选择申报专业');
  await expect(page.locator('#specialty')).toBeFocused();
  await page.locator('input[name=specialty][value=mechanical_design]').check();
  const effects = page.locator('section', { has: page.locator('#effects') });
  await expect(effects).toContainText('已填写的申报内容和已上传的扫描件都保留');
  await expect(effects).toContainText('评审条件选项将重新校验');
  await expect(effects).toContainText(/有\d+处需要修改/);
  const size = page.viewportSize()!;
  await isAccessibleEverywhere(page);
  await page.setViewportSize(size);
  await page.screenshot({ path: info.outputPath('choice.png'), fullPage: true });

  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Change title and specialty' })).toBeVisible();
  await expect(page.locator('input[name=specialty][value=mechanical_design]')).toBeChecked();
  await page.getByRole('button', { name: '中文', exact: true }).click();

  await save(page).click();
  await expect(page).toHaveURL(/\/sections\/publications#publications--rows--.+--criterion_code$/);
  const papers = page.locator('form.section-form');
  const criterion = papers.locator('[id$="--criterion_code"]').first();
  await expect(criterion).toBeFocused();
  await expect(criterion).toHaveClass(/field-wrong/);
  await page.goto(`/applications/${who.application}/submit`);
  await expect(page.locator('.problems')).toContainText('任现职以来论文、著作情况');
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeDisabled();
  const basics = await openSection(page, who.application, 'basic_info');
  await expect(basics.locator('[id="basic_info--committee_id"]')).toContainText('工程系列');
  await expect(basics.locator('[id="basic_info--specialty"]')).toContainText('机械');
});

test('t3 a draft is deleted after a second question, and another is started', async ({ page, cloud }, info) => {
  const who = await arrive(page, cloud, 'start', 'P6');
  const ask = page.getByRole('button', { name: '删除草稿' });
  await ask.click();
  const dialog = page.getByRole('dialog', { name: '确定删除这份草稿吗？' });
  await expect(dialog).toContainText('不能在网上恢复');
  await isAccessible(page);
  await page.screenshot({ path: info.outputPath('delete.png') });
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ask).toBeFocused();
  await ask.click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(ask).toBeFocused();
  await ask.click();
  await dialog.getByRole('button', { name: '确定删除' }).click();
  await expect(page.getByText('草稿已删除')).toBeVisible();
  await expect(page.locator('#progress')).toBeFocused();
  await expect(page.locator('.application-card')).toHaveCount(0);
  expect(await start(page, cloud, who)).not.toBe(who.application);
});

test('t26 what is submitted is withdrawn on its progress page', async ({ page, cloud }, info) => {
  const who = await arrive(page, cloud, 'submit', 'P6');
  await page.goto(`/applications/${who.application}/choice`);
  await expect(page.getByText('材料已提交，不能更改申报职称和专业')).toBeVisible();
  await page.goto(`/applications/${who.application}/progress`);
  await page.getByRole('button', { name: '撤回申报' }).click();
  const dialog = page.getByRole('dialog', { name: '确定撤回这份申报吗？' });
  await expect(dialog).toContainText('复制这次填写的内容');
  await page.screenshot({ path: info.outputPath('withdraw.png') });
  await dialog.getByRole('button', { name: '确定撤回' }).click();
  await expect(page.locator('.badge').first()).toHaveText('已撤回');
  await expect(page.locator('#page-title')).toBeFocused();
  await expect(page.getByRole('button', { name: '撤回申报' })).toHaveCount(0);
  await page.goto('/home');
  await expect(page.locator('.application-card').first()).toContainText('已撤回');
});

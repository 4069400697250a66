// §4.15: everything that is submitted, on one page, before it is signed and afterwards.
import type { Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { openSection, sections, signIn, submit } from './actors.ts';
import { expect, setClock, test, type Cloud } from './cloud.ts';
import { png } from './scans.ts';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

const reading = (page: Page, section: string) => page.locator(`[id="reading-${section}"]`);

async function showsEverySectionInOrder(page: Page, cloud: Cloud) {
  await expect(page.getByRole('heading', { level: 1, name: '预览申报材料' })).toBeVisible();
  const titles = (await sections(cloud)).map((section) => `${section.number}．${section.title}`);
  const links = page.getByRole('navigation', { name: '目录' }).getByRole('link');
  await expect(links).toHaveText(titles);
  await expect(page.locator('.review-main > section > .spread h3')).toHaveText(titles);
}

test('the preview leads from the declaration to all that is submitted, and stays when it is', async ({ page, cloud }) => {
  const who = await cloud.newcomer('fill', 'P6');
  await signIn(page, cloud, who.mobile);
  await openSection(page, who.application, 'declaration');
  await page.getByRole('link', { name: '预览全部内容' }).click();
  await expect(page).toHaveURL(`/applications/${who.application}/preview`);
  await showsEverySectionInOrder(page, cloud);
  await expect(reading(page, 'basic_info')).toContainText(who.name);
  await expect(reading(page, 'education')).toContainText(who.answers.education.groups.rows[0].values.school);
  await expect(reading(page, 'work_summary')).toContainText(who.answers.work_summary.values.summary);
  await expect(reading(page, 'current_title').getByText('是否已取得职称')).toBeVisible();
  await expect(reading(page, 'basic_info').getByRole('button', { name: /照片\d+\.jpg/ })).toBeVisible();
  await expect(reading(page, 'publications')).toContainText(/扫描件\d+\.pdf/);
  await page.getByRole('link', { name: '5．任现职以来论文、著作情况' }).click();
  await expect(reading(page, 'publications')).toBeFocused();
  await isAccessible(page);

  await page.getByRole('link', { name: '检查并提交' }).click();
  await expect(page.getByRole('link', { name: '预览全部内容' })).toBeVisible();
  await submit(page, who.application);
  await page.goto(`/applications/${who.application}/preview`);
  await showsEverySectionInOrder(page, cloud);
  await expect(page.getByRole('main').getByText('单位审核中')).toBeVisible();
  await expect(reading(page, 'work_summary')).toContainText(who.answers.work_summary.values.summary);
});

test('the preview of a draft shows what is saved, with what was typed last and its scan', async ({ page, cloud }) => {
  const who = await cloud.newcomer('start', 'P6');
  await signIn(page, cloud, who.mobile);
  const form = await openSection(page, who.application, 'basic_info');
  const photo = form.getByRole('group', { name: /^照片/ });
  const scan = png(420, 560);
  await photo.locator('input[type=file]').setInputFiles(scan);
  await expect(photo.locator('.file-card')).toHaveCount(1);
  await form.getByLabel('现从事专业技术工作').fill('冲压模具设计');
  await page.goto(`/applications/${who.application}/preview`);
  await expect(reading(page, 'basic_info')).toContainText('冲压模具设计');
  await expect(reading(page, 'basic_info')).toContainText(scan.name);
  await expect(reading(page, 'education')).toContainText('（未填写）');
  await isAccessible(page);
});

test('another account is told that there is nothing to preview', async ({ page, cloud }) => {
  const [who, other] = [await cloud.newcomer('start', 'P6'), await cloud.newcomer('start', 'P2')];
  await signIn(page, cloud, other.mobile);
  await page.goto(`/applications/${who.application}/preview`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('没有找到，或您无权查看');
  await expect(page.getByText(who.name)).toHaveCount(0);
});

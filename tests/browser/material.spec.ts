// Which scans are submitted, and what reviewers are told of what was.
import type { Locator, Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { openReview, openSection, sections, signIn, signInAt, submit } from './actors.ts';
import { expect, setClock, test, type Cloud, type Newcomer } from './cloud.ts';
import { fillSection, uploadScans, type Section } from './form.ts';
import { save, stored } from './rows.ts';
import { png } from './scans.ts';

const PAPERS = 'publications';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

/** His paper and five reports, with their scans and the reason for so many; then he declares it anew. */
async function addFiveReports(page: Page, cloud: Cloud, who: Newcomer) {
  const [papers, declaration] = await Promise.all([PAPERS, 'declaration'].map((id) => section(cloud, id)));
  const [paper] = (await stored(page, who.application, PAPERS)).groups.rows;
  const report = (n: number) => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    values: { ...paper.values, kind: 'Report', title: `技术报告之${n}` },
  });
  await save(page, who.application, PAPERS, {
    values: { over_limit_reason: '均为同一课题的成果' },
    groups: { rows: [paper, ...[2, 3, 4, 5, 6].map(report)] },
  });
  await uploadScans(page, await openSection(page, who.application, papers.id), papers);
  const form = await openSection(page, who.application, declaration.id);
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await fillSection(page, form, declaration, who.answers.declaration);
}

async function section(cloud: Cloud, id: string): Promise<Section> {
  return (await sections(cloud)).find((candidate) => candidate.id === id)!;
}

test('r38 the unit is told of a sixth paper, in the contents and at its section', async ({ page, cloud }) => {
  test.slow(); // Ten scans are uploaded.
  const who = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, who.mobile);
  await addFiveReports(page, cloud, who);
  await submit(page, who.application);

  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  const reading = page.locator(`[id="reading-${PAPERS}"]`);
  const hints = reading.getByRole('region', { name: '系统提示（供审核参考）' });
  await expect(hints).toContainText('共6条，超过原则上的5条');
  await expect(hints.locator('[data-rule=R38]')).not.toContainText('R38');
  const n = await hints.getByRole('listitem').count();
  const contents = page.getByRole('navigation', { name: '目录' });
  await expect(contents.getByRole('link', { name: `5．任现职以来论文、著作情况 提示 ${n}` })).toBeVisible();
  await hints.getByRole('link', { name: /共6条/ }).click();
  const reason = page.locator(`[id="${PAPERS}--over_limit_reason"]`);
  await expect(reason).toBeFocused();
  await expect(reason).toContainText('均为同一课题的成果');
  await isAccessible(page);
});

const leftOver = (page: Page): Locator => page.getByRole('region', { name: '不再需要的材料' });

test('scans of a paper that became a book are shown apart, and belong again when it is one', async ({ page, cloud }) => {
  const who = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, who.mobile);
  const form = await openSection(page, who.application, PAPERS);
  const kind = form.getByLabel('类型').first();
  const scans = form.locator('.file-card');
  const n = await scans.count();
  await expect(leftOver(page)).toHaveCount(0);
  await kind.selectOption({ label: '著作' });
  await expect(leftOver(page).getByRole('listitem')).toHaveCount(n);
  await expect(scans).toHaveCount(0);
  await expect(leftOver(page)).toContainText('不列入申报材料');
  await isAccessible(page);
  await kind.selectOption({ label: '期刊论文' });
  await expect(leftOver(page)).toHaveCount(0);
  await expect(scans).toHaveCount(n);
});

test('a scan of a deleted paper stands apart before submission, and can be deleted there', async ({ page, cloud }) => {
  const who = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, who.mobile);
  await page.goto(`/applications/${who.application}/submit`);
  const list = page.getByRole('region', { name: '材料清单' });
  const words = await list.getByText(/^共 \d+ 个文件$/).innerText();

  const form = await openSection(page, who.application, PAPERS);
  await form.getByRole('button', { name: /^添加/ }).click();
  const card = form.locator('fieldset.row-card').nth(1);
  await card.getByLabel('类型').selectOption({ label: '期刊论文' });
  const scan = png();
  const cover = card.getByRole('group', { name: '期刊封面' });
  await cover.locator('input[type=file]').setInputFiles(scan);
  await expect(cover.locator('.file-card')).toHaveCount(1);
  await card.getByRole('button', { name: /^删除/ }).last().click();
  await expect(leftOver(page)).toContainText(scan.name);
  await expect(page.locator('.save-done')).toBeVisible();

  await page.goto(`/applications/${who.application}/submit`);
  await expect(list).toContainText(words);
  await expect(list).not.toContainText(scan.name);
  await expect(leftOver(page)).toContainText(scan.name);
  await isAccessible(page);
  await leftOver(page).getByRole('button', { name: `删除 ${scan.name}` }).click();
  await leftOver(page).getByRole('button', { name: '确定删除' }).click();
  await expect(leftOver(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '材料清单' })).toBeFocused();
  await expect(list).toContainText(words);
  await expect(page.getByText('可以提交')).toBeVisible();
});

// Every problem is a link that takes the focus to its place, wherever it is listed.
import type { Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { signIn } from './actors.ts';
import { expect, test } from './cloud.ts';
import { achievements, save } from './rows.ts';

const byId = (page: Page, id: string) => page.locator(`[id="${id}"]`);

test('the last page leads to fields, groups, rows and scans', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('start', 'P2');
  await signIn(page, cloud, mobile);
  const rows = achievements(2).map(({ id, values }) => ({ id, values: { ...values, own_role: '' } }));
  await save(page, application, 'achievements', { groups: { rows } });
  const second = `achievements--rows--${rows[1].id}`;
  const places = [
    ['请选择“民族”', 'basic_info--ethnicity'],
    ['请上传“照片”', 'basic_info--photo'],
    [/至少填写1条学历/, 'education--rows'],
    ['业绩2“项目2”：请填写“本人所起作用”，不能留空', `${second}--own_role`],
    [/^业绩2“项目2”：请上传/, `${second}--achievement_evidence`],
  ] as const;
  for (const [words, id] of places) {
    await page.goto(`/applications/${application}/submit`);
    await page.getByRole('link', { name: words }).first().click();
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect(byId(page, id)).toBeFocused();
    await expect(byId(page, id)).toBeInViewport();
  }
});

test('the summary above a form leads to its places, as often as one likes', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('start', 'P2');
  await signIn(page, cloud, mobile);
  const rows = achievements(2).map(({ id, values }) => ({ id, values: { ...values, own_role: '' } }));
  await save(page, application, 'achievements', { groups: { rows } });
  await page.goto(`/applications/${application}/sections/achievements`);
  const summary = page.locator('.problem-summary');
  await summary.locator('summary').click();
  await isAccessible(page);

  const link = summary.getByRole('link', { name: '业绩2“项目2”：请填写“本人所起作用”，不能留空' });
  const field = byId(page, `achievements--rows--${rows[1].id}--own_role`);
  for (let time = 0; time < 2; time += 1) {
    await link.click();
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
  }
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const line = summary.locator('[data-rule=R46]').first();
  await expect(line).toContainText('《');
  await expect(line).not.toContainText('R46');

  await field.fill('负责人，主持设计');
  await expect(link).toHaveCount(0);
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
});

// The last step when nothing answers, and what is asked before unsaved text goes.
import type { Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { openSection, signIn } from './actors.ts';
import { expect, setClock, test } from './cloud.ts';
import { state, typist, work } from './drafts.ts';
import { png } from './scans.ts';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

const look = (page: Page) => page.getByRole('button', { name: '查看结果' });
const unanswered = (page: Page) => page.getByRole('alert').filter({ hasText: '不能确定是否已提交' });
const sure = (page: Page) => page.getByRole('button', { name: '确定提交' });

test('a submission without an answer leaves the page, and is looked up', async ({ page, cloud, context, problems }) => {
  const { application, mobile } = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, mobile);
  await page.goto(`/applications/${application}/submit`);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await context.setOffline(true);
  await sure(page).click();
  await expect(unanswered(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: '材料清单' })).toBeVisible();
  await isAccessible(page);
  await look(page).click();
  await expect(page.getByText('仍然没有收到服务器的回应')).toBeVisible();
  await context.setOffline(false);
  await look(page).click();
  await expect(page.getByText('还没有提交成功')).toBeVisible();

  await page.route('**/steps', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sure(page).click();
  await look(page).click();
  await expect(page).toHaveURL(/\/progress$/);
  await expect(page.getByRole('status').filter({ hasText: '已提交成功，等待单位审核' })).toBeVisible();
  await page.getByRole('link', { name: '查看申报材料' }).click();
  await expect(page).toHaveURL(/\/preview$/);
  await page.goto(`/applications/${application}/progress`);
  await expect(page.locator('.timeline')).toBeVisible();
  await expect(page.getByText('已提交成功')).toHaveCount(0);
  expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
});

test('text that neither the server nor this machine has is asked about before it goes', async ({ page, cloud, context }) => {
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await typist(page, cloud);
  await page.reload();
  await expect(work(page)).toBeVisible();
  expect(asked).toEqual([]);

  const other = await context.newPage();
  await other.goto('/home');
  await other.getByRole('button', { name: '退出' }).click();
  await expect(other).toHaveURL(/\/$/);
  await work(page).fill('底盘设计');
  await expect(state(page)).toContainText('登录已失效，内容仍在本页');
  await page.getByRole('link', { name: /^下一项/ }).click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(work(page)).toHaveValue('底盘设计');
  await expect(page).toHaveURL(/\/basic_info$/);
});

test('a file that has to be described says so at its own box', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('fill', 'P2');
  await signIn(page, cloud, mobile);
  const form = await openSection(page, application, 'achievements');
  const kind = form.getByLabel('材料类别').first();
  await kind.selectOption('');
  await expect(kind).toHaveAttribute('aria-invalid', 'true');
  await expect(kind).toHaveAccessibleDescription(/属于哪一类材料/);
  await isAccessible(page);
  await kind.selectOption({ index: 1 });
  await expect(kind).not.toHaveAttribute('aria-invalid', 'true');
});

test('a scan that is on its way holds the submission up, and arrives', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, mobile);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.method() === 'PUT' && request.resourceType() === 'xhr') await held;
    await route.fallback();
  });
  const form = await openSection(page, application, 'other_proof');
  const scan = png();
  await form.locator('input[type=file]').first().setInputFiles(scan);
  await expect(form.locator('.transfer')).toContainText(scan.name);
  await page.locator('.section-submit').click();
  await expect(page).toHaveURL(/\/submit$/);
  const submit = page.getByRole('button', { name: '提交', exact: true });
  await expect(submit).toBeDisabled();
  await expect(submit).toHaveAccessibleDescription('还有扫描件没有上传完，不能提交。');
  await expect(page.locator('#sections-sending').getByRole('link')).toHaveCount(1);
  await isAccessible(page);
  release();
  await expect(page.locator('#sections-sending')).toHaveCount(0);
  await expect(page.getByText(scan.name).first()).toBeVisible();
});

test('t16 what came back says where and why, and goes once every reason is answered', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('return', 'P1');
  await signIn(page, cloud, mobile);
  await page.goto(`/applications/${application}/sections/basic_info`);
  await expect(page.getByText('请重新上传证件照')).toBeVisible();
  await page.goto(`/applications/${application}/submit`);
  const submit = page.getByRole('button', { name: '提交', exact: true });
  await expect(submit).toBeDisabled();
  await expect(submit).toHaveAccessibleDescription('还有退回意见没有填写修改说明，填写后才能提交。');
  await expect(page.getByText('可以提交')).toHaveCount(0);
  await page.getByLabel('修改说明').fill('已重新上传');
  await expect(page.getByText('可以提交')).toBeVisible();
  await submit.click();
  await sure(page).click();
  await expect(page).toHaveURL(/\/progress$/);
});

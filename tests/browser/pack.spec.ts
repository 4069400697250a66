// The page of a pack: what changed since the one before it and all that it asks, read without signing in.
import { isAccessible, isAccessibleEverywhere } from './accessible.ts';
import { packOf, sections } from './actors.ts';
import { expect, test } from './cloud.ts';

const PACK = 'liuzhou-2026';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

for (const size of [PHONE, DESKTOP]) {
  test(`whoever signs a pack off sees what changed, the committees and the sections at ${size.width} pixels`, async ({ page, cloud }) => {
    await page.setViewportSize(size);
    await page.goto(`/packs/${PACK}`);
    await expect(page.getByRole('heading', { level: 1, name: '申报规定一览' })).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);

    const changes = page.locator('table.queue');
    await expect(page.getByText('共34处变化。')).toBeVisible();
    await expect(changes.locator('tbody tr')).toHaveCount(34);
    const theme = changes.locator('[data-place="continuing_education.theme.default"]');
    await expect(theme.locator('th')).toHaveText('继续教育情况 › 公需科目 › 默认值');
    await expect(theme.locator('td')).toHaveText(['当代科学技术前沿知识', '人工智能与产业融合']);
    await expect(theme).toBeVisible();
    expect(await page.locator('main').innerText()).not.toContain('continuing_education');

    const { committees } = (await packOf(cloud, PACK)) as unknown as { committees: { name: string; reason: string }[] };
    expect(committees).toHaveLength(7);
    for (const { name, reason } of committees) {
      const summary = page.locator('summary').filter({ hasText: name });
      await summary.click();
      await expect(page.getByText(reason).last()).toBeVisible();
    }

    const own = await sections(cloud, PACK);
    expect(own).toHaveLength(15);
    await expect(page.getByRole('heading', { level: 2, name: '申报人填写的15个栏目' })).toBeVisible();
    for (const { number, title } of own) {
      await expect(page.locator('summary').filter({ hasText: `${number}．${title} ` }).first()).toBeVisible();
    }
    await page.locator('summary').filter({ hasText: '8．何时何地受何奖励' }).click();
    await expect(page.locator('details[open]').getByText('上传的扫描件').last()).toBeVisible();
    await isAccessible(page);
  });
}

test('the table of contents leads to a chapter', async ({ page }) => {
  await page.goto(`/packs/${PACK}`);
  await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '短信内容' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '短信内容' })).toBeFocused();
});

test('a visitor comes from the manual to the rules of this year, the first of their kind', async ({ page }) => {
  await page.goto('/manual');
  await page.getByRole('link', { name: '查看本年度申报规定一览' }).click();
  await expect(page).toHaveURL('/packs/liuzhou-2020');
  await expect(page.getByText('这是第一份规定，没有上一份可以对比。')).toBeVisible();
  await isAccessibleEverywhere(page);
});

test('the rest is shown when the pack before cannot be read', async ({ page }) => {
  await page.route('**/packs/liuzhou-2020.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`/packs/${PACK}`);
  await expect(page.getByText('没有读到上一份规定，不能列出变化。')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: '评委会' })).toBeVisible();
  await expect(page.locator('summary').first()).toBeVisible();
  await isAccessibleEverywhere(page);
});

test('a pack that is not there is told', async ({ page }) => {
  await page.goto('/packs/nowhere-2099');
  await expect(page.getByText('没有读到这份申报规定')).toBeVisible();
  await isAccessible(page);
});

test('in English the changes stay in Chinese and say so', async ({ page }) => {
  await page.goto(`/packs/${PACK}`);
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The rules at a glance' })).toBeVisible();
  await expect(page.getByText('34 changes.')).toBeVisible();
  await expect(page.getByText('The changes are told in Chinese')).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(34);
  const chinese = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as Element;
    copy.querySelectorAll('[lang^=zh]').forEach((element) => element.remove());
    return copy.textContent!.match(/\p{Script=Han}+/gu) ?? [];
  });
  expect(chinese).toEqual([]);
  await isAccessibleEverywhere(page);
});

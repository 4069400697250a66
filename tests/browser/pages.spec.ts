// Every page owes its readers: the platform's name, a heading, no violation of WCAG 2.2 AA.
import { isAccessible, isAccessibleEverywhere } from './accessible.ts';
import { signIn, signInAt } from './actors.ts';
import { expect, test } from './cloud.ts';

for (const path of ['/', '/sign-in', '/register', '/set-password', '/manual', '/notices']) {
  test(`r01 ${path} is open to everybody`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('广西柳州市专业技术人员服务平台').first()).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
    await isAccessible(page);
  });
}

test('r02 the manual shows whose turn it is in every state, and where each step leads', async ({ page }) => {
  await page.goto('/manual');
  await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '办理流程' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '办理流程' })).toBeFocused();
  await page.locator('figure').getByRole('link', { name: '单位公示中' }).click();
  await expect(page.getByRole('heading', { level: 4, name: '单位公示中' })).toBeFocused();
  await isAccessibleEverywhere(page);
});

/** The browser's own setting, of which the site may know nothing: 390 and 320 pixels wide. */
test('large letters neither break the words of the header nor make the page scroll sideways', async ({ page, cloud }) => {
  const { application, mobile } = await cloud.newcomer('submit', 'P1');
  await signIn(page, cloud, mobile);
  for (const [width, percent] of [[390, 150], [390, 200], [320, 200]]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['/', '/home', '/manual', `/applications/${application}/progress`]) {
      await page.goto(path);
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), `${percent}%`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.site-nav .nav-link').first()).toBeVisible();
      await expect(page.locator('.loading')).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const lines = (links: Element[]) =>
        links.map((link) => Math.floor(link.clientHeight / Number.parseFloat(getComputedStyle(link).lineHeight)));
      expect(new Set(await page.locator('.site-nav .nav-link').evaluateAll(lines)), path).toEqual(new Set([1]));
      expect((await page.locator('.site-header').boundingBox())!.height).toBeLessThan(0.3 * 844);
    }
  }
});

test('an officer without files is told so', async ({ page, cloud }) => {
  await signInAt(page, cloud, '柳城县职称改革工作领导小组办公室');
  await expect(page.getByText('目前没有待办理的申报材料')).toBeVisible();
  await isAccessible(page);
});

test('r03 a protected page asks to sign in and comes back', async ({ page }) => {
  await page.goto('/home');
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText('登录后回到刚才的页面')).toBeVisible();
});

// What every page owes its readers: the platform's name, a heading, no violation of WCAG 2.2 AA.
import { isAccessible } from './accessible.ts';
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

/** For eyes that need them: the browser's own setting. */
for (const [width, percent] of [[390, 150], [390, 200], [320, 200]]) {
  test(`letters of ${percent} % fit into ${width} pixels`, async ({ page, cloud }) => {
    await page.setViewportSize({ width, height: 844 });
    const { application, mobile } = await cloud.newcomer('submit', 'P1');
    await signIn(page, cloud, mobile);
    for (const path of ['/', '/home', '/manual', `/applications/${application}/progress`]) {
      await page.goto(path);
      await page.addStyleTag({ content: `html { font-size: ${percent}%; }` });
      await expect(page.locator('.loading')).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const links = await page.locator('.site-nav .nav-link').all();
      for (const link of links) expect((await link.boundingBox())!.height).toBeLessThan(60);
      expect((await page.locator('.site-header').boundingBox())!.height).toBeLessThan(0.3 * 844);
    }
  });
}

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

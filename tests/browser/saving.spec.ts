// The line that says whether what is typed has arrived: what it says, and that it stays in sight.
import { openSection, signIn } from './actors.ts';
import { expect, setClock, test } from './cloud.ts';
import { SAVES, saved, state, typist, work } from './drafts.ts';
import { achievements, save } from './rows.ts';

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

test('a save is told while it is on its way, and when it arrived', async ({ page, cloud }) => {
  await typist(page, cloud);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(SAVES, (route) => held.then(() => route.continue()));
  await work(page).fill('供热设计');
  await expect(state(page)).toHaveText('保存中…');
  letGo();
  await expect(state(page)).toHaveText(/^已保存 09:0\d$/);
});

test('at the end of a long category it still stands on the screen', async ({ page, cloud }) => {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  await save(page, who.application, 'achievements', { groups: { rows: achievements(6) } });
  const form = await openSection(page, who.application, 'achievements');
  const last = form.locator('fieldset.row-card').nth(5).getByLabel(/效/).first();
  await last.fill('通过省级验收');
  await expect(state(page)).toBeInViewport({ ratio: 1 });
  await saved(page);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => page.evaluate(() => window.scrollY / window.innerHeight)).toBeGreaterThan(2);
  await expect(state(page)).toBeInViewport({ ratio: 1 });
});

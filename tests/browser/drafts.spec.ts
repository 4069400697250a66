// Nothing that is typed is lost: the journal of this machine, the server, and two pages on one section.
import type { Locator, Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { openSection, signIn } from './actors.ts';
import { expect, test, type Cloud, type Newcomer } from './cloud.ts';
import { cutSaves, expectFailures, isForgotten, isKept, journal, losesLastWords, losesSaves } from './drafts.ts';
import { onServer, restored, saved, SAVES, state, typist, work } from './drafts.ts';
import { achievements, save, stored } from './rows.ts';

test('a tab closed before anything is sent loses nothing', async ({ page, cloud, context, problems }) => {
  await losesSaves(page);
  const who = await typist(page, cloud);
  await work(page).pressSequentially('汽车车身设计');
  await isKept(page, '汽车车身设计');
  expect(await onServer(page, who)).toBeFalsy();
  await page.close();
  const next = await context.newPage();
  await openSection(next, who.application, 'basic_info');
  await expect(work(next)).toHaveValue('汽车车身设计');
  await expect(restored(next)).toBeVisible();
  await saved(next);
  expect(await onServer(next, who)).toBe('汽车车身设计');
  await isForgotten(next);
  expectFailures(problems);
});

test('without a network the text is kept here, and goes as soon as there is one', async ({ page, cloud, context, problems }) => {
  const who = await typist(page, cloud);
  await context.setOffline(true);
  await work(page).fill('桥梁设计');
  await expect(state(page)).toContainText('离线，已存本机');
  await isAccessible(page);
  await context.setOffline(false);
  await saved(page);
  expect(await onServer(page, who)).toBe('桥梁设计');
  expectFailures(problems);
});

test('a page closed without a network gives its text to the next one', async ({ page, cloud, context, problems }) => {
  await losesLastWords(context);
  const who = await typist(page, cloud);
  await context.setOffline(true);
  await work(page).fill('隧道设计');
  await expect(state(page)).toContainText('离线，已存本机');
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await openSection(next, who.application, 'basic_info');
  await expect(work(next)).toHaveValue('隧道设计');
  await saved(next);
  expect(await onServer(next, who)).toBe('隧道设计');
  expectFailures(problems);
});

test('a save whose answer is lost is recognised as one’s own', async ({ page, cloud, problems }) => {
  const who = await typist(page, cloud);
  await page.route(SAVES, async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await work(page).fill('道路');
  await expect(state(page)).toContainText('离线，已存本机');
  expect(await onServer(page, who)).toBe('道路');
  await work(page).fill('道路设计');
  await page.keyboard.press('Tab');
  await saved(page);
  await expect(page.locator('.conflict')).toHaveCount(0);
  await expect.poll(() => onServer(page, who)).toBe('道路设计');
  expectFailures(problems);
});

for (const more of ['', '设计']) {
  const name = `a save whose answer is lost is one’s own after a reload too${more && ', with what was typed since'}`;
  test(name, async ({ page, cloud, context, problems }) => {
    await losesLastWords(context);
    const who = await typist(page, cloud);
    // The first save is stored, and nobody hears of it; the next ones do not leave.
    await page.route(SAVES, async (route) => {
      if (!(await onServer(page, who))) await route.fetch();
      await route.abort();
    });
    await work(page).fill('道路');
    await expect(state(page)).toContainText('离线，已存本机');
    expect(await onServer(page, who)).toBe('道路');
    await work(page).fill(`道路${more}`);
    await isKept(page, `道路${more}`);
    await page.reload();
    await expect(work(page)).toHaveValue(`道路${more}`);
    await page.unroute(SAVES);
    await work(page).press('Tab');
    await saved(page);
    await isForgotten(page);
    await expect(page.locator('.conflict')).toHaveCount(0);
    await expect(work(page)).toHaveValue(`道路${more}`);
    expect(await onServer(page, who)).toBe(`道路${more}`);
    expectFailures(problems);
  });
}

test('a server that is down for a while gets the text after a reload', async ({ page, cloud, context, problems }) => {
  await losesLastWords(context);
  const who = await typist(page, cloud);
  const body = JSON.stringify({ status: 503, code: 'E_BUSY', title: '服务器繁忙' });
  await page.route(SAVES, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body }));
  await work(page).fill('给排水设计');
  await expect(state(page)).toContainText('离线，已存本机');
  await page.reload();
  await expect(work(page)).toHaveValue('给排水设计');
  await expect(restored(page)).toBeVisible();
  await page.unroute(SAVES);
  await work(page).press('Tab');
  await saved(page);
  expect(await onServer(page, who)).toBe('给排水设计');
  expectFailures(problems);
});

test('who is signed out while typing signs in over the page and goes on', async ({ page, cloud, context }) => {
  const who = await typist(page, cloud);
  const other = await cloud.newcomer('start', 'P1');
  const path = page.url();
  await context.clearCookies();
  await work(page).fill('暖通设计');
  await expect(state(page)).toContainText('登录已失效');
  await page.getByRole('button', { name: '登录后继续保存' }).click();
  const dialog = page.getByRole('dialog', { name: '重新登录' });
  await expect(dialog.getByLabel('身份证号或手机号码')).toBeFocused();
  await expect(dialog).toContainText(who.name);
  await isAccessible(page);
  const signInAs = async (login: string) => {
    await dialog.getByLabel('身份证号或手机号码').fill(login);
    await dialog.locator('input[type=password]').fill('Liuzhou2020');
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
  };
  await signInAs(other.mobile);
  await expect(dialog.getByRole('alert')).toContainText(`请用${who.name}的账号登录`);
  expect((await context.cookies()).filter((cookie) => cookie.value)).toEqual([]);
  await isAccessible(page);
  await signInAs(who.mobile);
  await expect(dialog).toHaveCount(0);
  await saved(page);
  await expect(state(page)).toBeFocused();
  await expect(work(page)).toHaveValue('暖通设计');
  expect(page.url()).toBe(path);
  expect(await onServer(page, who)).toBe('暖通设计');
});

test('two pages that change one field are shown both texts', async ({ page, cloud, context }) => {
  const who = await typist(page, cloud);
  const second = await context.newPage();
  await openSection(second, who.application, 'basic_info');
  await work(page).fill('机械设计');
  await saved(page);
  await work(second).fill('电气设计');
  const panel = second.locator('.conflict');
  await expect(panel).toContainText('个人基本信息 › 现从事专业技术工作');
  await expect(panel).toContainText('机械设计');
  await expect(panel).toContainText('电气设计');
  await expect(state(second)).toContainText('冲突');
  await isAccessible(second);
  // Nobody has chosen yet: the question outlives the page, and nothing is saved over.
  await second.reload();
  await expect(panel).toContainText('电气设计');
  expect(await onServer(second, who)).toBe('机械设计');
  await panel.getByRole('button', { name: /^保留我填的/ }).click();
  await expect(second.locator('#save-basic_info')).toBeFocused();
  await saved(second);
  await expect(panel).toHaveCount(0);
  expect(await onServer(second, who)).toBe('电气设计');
  await work(page).fill('自动化设计');
  await page.locator('.conflict').getByRole('button', { name: /^使用已保存的/ }).click();
  await expect(work(page)).toHaveValue('电气设计');
  await saved(page);
});

test('a row removed on one page and changed on the other is asked about', async ({ page, cloud, context }) => {
  const who = await typist(page, cloud);
  await save(page, who.application, 'achievements', { groups: { rows: achievements(2) } });
  await openSection(page, who.application, 'achievements');
  const second = await context.newPage();
  await openSection(second, who.application, 'achievements');
  await page.locator('fieldset.row-card').first().getByRole('button', { name: /^删除/ }).click();
  await expect(page.locator('fieldset.row-card')).toHaveCount(1);
  await saved(page);
  await expect.poll(async () => (await stored(page, who.application, 'achievements')).groups.rows.length).toBe(1);
  const effect = second.locator('fieldset.row-card').first().getByLabel(/效/).first();
  await effect.fill('通过省级验收');
  await effect.press('Tab');
  const panel = second.locator('.conflict');
  await expect(panel).toContainText('（已删除）');
  await expect(panel).toContainText('通过省级验收');
  await isAccessible(second);
  await panel.getByRole('button', { name: /^保留我填的/ }).click();
  await expect(panel).toHaveCount(0);
  await saved(second);
  await expect.poll(async () => (await stored(second, who.application, 'achievements')).groups.rows.length).toBe(2);
});

test('what is kept cannot be read, and signing out leaves nothing', async ({ page, cloud, context, problems }) => {
  await typist(page, cloud);
  const reconnect = await cutSaves(context);
  await work(page).fill('secret-of-13800000000');
  await isKept(page, 'secret-of-13800000000');
  const kept = await journal(page);
  expect(kept.records.join()).not.toContain('secret-of');
  expect(kept.keys).toEqual([{ extractable: false }]);
  await page.getByRole('button', { name: '退出' }).click();
  const question = page.getByRole('dialog', { name: '还有内容没有保存' });
  await expect(question).toBeVisible();
  await isAccessible(page);
  await question.getByRole('button', { name: '再检查一下' }).click();
  await expect(work(page)).toHaveValue('secret-of-13800000000');
  await page.getByRole('button', { name: '退出' }).click();
  await question.getByRole('button', { name: '仍然退出' }).click();
  await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible();
  expect(await journal(page)).toEqual({ records: [], opened: [], keys: [] });
  await reconnect();
  expectFailures(problems);
});

test('another account on the same machine never sees what the first one typed', async ({ page, cloud, context, problems }) => {
  const who = await typist(page, cloud);
  const reconnect = await cutSaves(context);
  await work(page).fill('水利设计');
  await isKept(page, '水利设计');
  await context.clearCookies();
  await reconnect();
  const other = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, other.mobile);
  await openSection(page, other.application, 'basic_info');
  await expect(work(page)).toHaveValue('');
  await expect(restored(page)).toHaveCount(0);
  expect((await journal(page)).records.length).toBe(1);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible();
  await signIn(page, cloud, who.mobile);
  await openSection(page, who.application, 'basic_info');
  await expect(work(page)).toHaveValue('水利设计');
  await saved(page);
  expectFailures(problems);
});

test('what was left in one category is saved from any page of the application', async ({ page, cloud, context, problems }) => {
  await losesSaves(page);
  const who = await typist(page, cloud);
  await work(page).fill('测绘');
  await isKept(page, '测绘');
  await page.close();
  const next = await context.newPage();
  await next.goto(`/applications/${who.application}/submit`);
  await expect.poll(() => onServer(next, who)).toBe('测绘');
  await isForgotten(next);
  expectFailures(problems);
});

const notice = (page: Page) => page.locator('#unsaved-sections');
const submitButton = (page: Page) => page.getByRole('button', { name: '提交', exact: true });

/** Nothing else is missing: only what stands in the journal keeps the application from being submitted. */
async function complete(page: Page, cloud: Cloud): Promise<Newcomer> {
  const who = await cloud.newcomer('fill', 'P1');
  await signIn(page, cloud, who.mobile);
  await page.goto(`/applications/${who.application}/submit`);
  await expect(submitButton(page)).toBeEnabled();
  await expect(notice(page)).toHaveCount(0);
  return who;
}

/** The page says which category is left behind, and does not submit; answers the link to it. */
async function keepsFromSubmitting(page: Page): Promise<Locator> {
  await expect(notice(page)).toContainText('没有保存');
  await expect(submitButton(page)).toBeDisabled();
  await expect(submitButton(page)).toHaveAccessibleDescription('还有内容没有保存，不能提交。');
  await expect(page.getByText('可以提交')).toHaveCount(0);
  await isAccessible(page);
  const links = notice(page).getByRole('link');
  await expect(links).toHaveText(['1．个人基本信息']);
  return links;
}

/** Settled: what is left is to declare anew what was changed. */
async function maySubmit(page: Page, who: Newcomer) {
  await page.getByRole('link', { name: '检查并提交' }).click();
  await expect(page.locator('.problem')).toHaveText(/^承诺之后又修改了其他内容/);
  await expect(notice(page)).toHaveCount(0);
  await page.getByRole('link', { name: /^承诺之后又修改了其他内容/ }).click();
  // The first change begins it again: what was ticked before is not ticked any more.
  await page.getByLabel('承诺人姓名').fill(who.name);
  for (const box of await page.locator('.section-form input[type=checkbox]').all()) await box.check();
  await saved(page);
  await page.getByRole('link', { name: '检查并提交' }).click();
  await expect(page.getByText('可以提交')).toBeVisible();
  await expect(submitButton(page)).toBeEnabled();
}

test('text that could not be saved is not left behind by submitting', async ({ page, cloud, context, problems }) => {
  const who = await complete(page, cloud);
  await openSection(page, who.application, 'basic_info');
  const reconnect = await cutSaves(context);
  await work(page).fill('岩土工程');
  await expect(state(page)).toContainText('离线，已存本机');
  await page.getByRole('link', { name: '检查并提交' }).click();
  const link = await keepsFromSubmitting(page);
  await reconnect();
  await link.click();
  await expect(work(page)).toHaveValue('岩土工程');
  await saved(page);
  expect(await onServer(page, who)).toBe('岩土工程');
  await maySubmit(page, who);
  expectFailures(problems);
});

test('a conflict nobody has settled keeps the application from being submitted', async ({ page, cloud, context }) => {
  const who = await complete(page, cloud);
  await openSection(page, who.application, 'basic_info');
  const second = await context.newPage();
  await openSection(second, who.application, 'basic_info');
  await work(page).fill('机械设计');
  await saved(page);
  await work(second).fill('电气设计');
  await expect(second.locator('.conflict')).toBeVisible();
  // The other page has it open: this one waits, and goes on without a click once it is settled there.
  await page.getByRole('link', { name: '检查并提交' }).click();
  await keepsFromSubmitting(page);
  await second.getByRole('link', { name: '检查并提交' }).click();
  await (await keepsFromSubmitting(second)).click();
  await second.locator('.conflict').getByRole('button', { name: /^保留我填的/ }).click();
  await saved(second);
  expect(await onServer(second, who)).toBe('电气设计');
  await page.bringToFront();
  await expect(notice(page)).toHaveCount(0);
  await expect(page.locator('.problem')).toHaveText(/^承诺之后又修改了其他内容/);
  await maySubmit(second, who);
});

// A whole category with rows and scans by the keyboard alone; every control reached, in order, and seen.
import type { Locator, Page } from '@playwright/test';
import { openSection, sections, signIn } from './actors.ts';
import { expect, setClock, test, type Cloud, type Newcomer, type Wish } from './cloud.ts';
import { chooseFirst, outOfOrder, pressEnter, tabTo, tick, type, typeDate, upload, walk } from './keys.ts';
import { png } from './scans.ts';

test.describe.configure({ mode: 'parallel' });

async function arrive(page: Page, cloud: Cloud, wish: Wish, key: string): Promise<Newcomer> {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer(wish, key);
  await signIn(page, cloud, who.mobile);
  // The dialog of the system stays away as long as somebody listens, not only for the next time.
  page.on('filechooser', () => {});
  return who;
}

const control = (card: Locator, field: string) => card.locator(`[id$="--${field}"]`);

/** One scan into every slot of the row. */
async function uploadAll(page: Page, card: Locator) {
  for (const slot of await card.locator('.slot').all()) {
    await upload(page, slot.locator('input[type=file]'), png());
    await expect(slot.locator('.file-card')).toHaveCount(1);
    const mark = slot.locator('.file-card input[type=checkbox]');
    if ((await mark.count()) > 0) await tick(page, mark, true);
  }
}

async function typeAward(page: Page, card: Locator, name: string) {
  await type(page, control(card, 'award_name'), name);
  await typeDate(page, control(card, 'award_date'), '2019-05-20');
  await type(page, control(card, 'awarding_body'), '柳州市人民政府');
  await chooseFirst(page, control(card, 'level'));
  await type(page, control(card, 'own_rank'), '1');
  await type(page, control(card, 'total'), '3');
  await uploadAll(page, card);
}

const isComplete = (page: Page, title: string) =>
  expect(page.locator('.section-entry', { hasText: title }).locator('.section-entry-state')).toHaveText('已完成');

test('a link leads past the list of categories, from wherever one arrives', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P1');
  const skip = page.getByRole('link', { name: '跳过各项列表' });
  const own = page.locator('.section-main');
  const skipsFrom = async (heading: string) => {
    await expect(own).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(own).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(own.locator(':focus')).toBeVisible();
  };
  await openSection(page, who.application, 'basic_info');
  await skipsFrom('个人基本信息');
  await page.getByRole('link', { name: '检查并提交' }).click();
  await skipsFrom('检查并提交');
});

test('awards with their scans, moved, removed and put back without a mouse', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P1');
  const form = await openSection(page, who.application, 'awards');
  const none = form.getByRole('checkbox', { name: '本项无' });
  for (const ticked of [true, false]) await tick(page, none, ticked);
  const cards = form.locator('fieldset.row-card');
  for (const [n, name] of ['科技进步奖', '优秀设计奖'].entries()) {
    await pressEnter(page, form.getByRole('button', { name: /^添加/ }));
    await expect(cards).toHaveCount(n + 1);
    await tabTo(page, control(cards.nth(n), 'award_name'), 'Shift+Tab');
    await typeAward(page, cards.nth(n), name);
  }
  await isComplete(page, '何时何地受何奖励');

  const names = () => form.locator('[id$="--award_name"]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  await pressEnter(page, form.getByRole('button', { name: /上移.*优秀设计奖/ }));
  await expect.poll(names).toEqual(['优秀设计奖', '科技进步奖']);
  await expect(cards.first().locator('.file-card')).toHaveCount(1);
  await pressEnter(page, cards.first().getByRole('button', { name: /^删除.*优秀设计奖/ }));
  await expect.poll(names).toEqual(['科技进步奖']);
  await pressEnter(page, form.getByRole('button', { name: '撤销删除' }));
  await expect.poll(names).toEqual(['优秀设计奖', '科技进步奖']);
  await expect(form.locator('.save-done')).toBeVisible();
  await page.reload();
  await expect.poll(names).toEqual(['优秀设计奖', '科技进步奖']);
  await expect(form.locator('.file-card')).toHaveCount(2);
  await isComplete(page, '何时何地受何奖励');
});

test('a paper with its five scans without a mouse', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P10');
  const form = await openSection(page, who.application, 'publications');
  const card = form.locator('fieldset.row-card');
  await pressEnter(page, form.getByRole('button', { name: /^添加/ }));
  await expect(card).toHaveCount(1);
  await tabTo(page, control(card, 'kind'), 'Shift+Tab');
  await chooseFirst(page, control(card, 'kind'));
  await type(page, control(card, 'title'), '白车身焊装夹具的设计');
  await type(page, control(card, 'venue'), '装备制造技术');
  await type(page, control(card, 'cn_number'), 'CN45-1320/TH');
  await type(page, control(card, 'volume_issue_pages'), '2019年第3期第12—15页');
  await typeDate(page, control(card, 'published_date'), '2019-03-31');
  await type(page, control(card, 'author_rank'), '1');
  await type(page, control(card, 'author_count'), '1');
  await chooseFirst(page, control(card, 'author_role'));
  await chooseFirst(page, control(card, 'criterion_code'));
  await uploadAll(page, card);
  await expect(card.locator('.file-card')).toHaveCount(5);
  await isComplete(page, '任现职以来论文、著作情况');
});

test('every control of every category is a stop, in reading order, and visible', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'fill', 'P6');
  for (const section of await sections(cloud)) {
    await openSection(page, who.application, section.id);
    await walk(page);
    expect(await outOfOrder(page), section.title).toEqual([]);
  }
});

test('lines of the list of problems take the focus to their places', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P2');
  for (const place of ['basic_info--ethnicity', 'basic_info--photo', 'education--rows', 'career_history--rows']) {
    await page.goto(`/applications/${who.application}/submit`);
    await pressEnter(page, page.locator(`.problems a[href$="#${place}"]`).first());
    await expect(page).toHaveURL(new RegExp(`#${place}$`));
    await expect(page.locator(`[id="${place}"]`)).toBeFocused();
    await expect(page.locator(`[id="${place}"]`)).toBeInViewport();
  }
});

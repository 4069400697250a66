// R47: rows in their order of importance, by mouse, by finger and by keyboard.
import type { CDPSession, Locator, Page } from '@playwright/test';
import { signIn } from './actors.ts';
import { expect, test, type Cloud } from './cloud.ts';
import { achievements, save, stored } from './rows.ts';

interface Pointer {
  down(x: number, y: number): Promise<void>;
  move(x: number, y: number): Promise<void>;
  up(): Promise<void>;
}

function mouse(page: Page): Pointer {
  return {
    down: async (x, y) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
    },
    move: (x, y) => page.mouse.move(x, y, { steps: 4 }),
    up: () => page.mouse.up(),
  };
}

/** Playwright's own touchscreen can only tap. */
function finger(session: CDPSession): Pointer {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints }).then(() => undefined);
  return {
    down: (x, y) => touch('touchStart', [{ x, y }]),
    move: (x, y) => touch('touchMove', [{ x, y }]),
    up: () => touch('touchEnd', []),
  };
}

async function pointer(page: Page): Promise<Pointer> {
  const isPhone = test.info().project.name === 'phone';
  return isPhone ? finger(await page.context().newCDPSession(page)) : mouse(page);
}

async function middle(place: Locator): Promise<[number, number]> {
  const box = (await place.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Takes the card up and brings it over the place of another; it is not let go. */
async function carry(page: Page, by: Pointer, card: Locator, over: Locator) {
  await card.locator('.row-handle').scrollIntoViewIfNeeded();
  const [x, y] = await middle(card.locator('.row-handle'));
  await by.down(x, y);
  await by.move(x, y + 6);
  await expect(page.locator('.is-sorting')).toHaveCount(1);
  const [, to] = await middle(over);
  await by.move(x, to - 4);
}

/** A swipe over a card's fields scrolls the page and takes nothing up. */
async function swipe(page: Page, by: Pointer, card: Locator) {
  await card.locator('textarea').first().scrollIntoViewIfNeeded();
  const [x, y] = await middle(card.locator('textarea').first());
  const before = await page.evaluate(() => window.scrollY);
  await by.down(x, y);
  for (let step = 1; step <= 8; step += 1) await by.move(x, y - 30 * step);
  await by.up();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 100);
  await expect(page.locator('.is-sorting')).toHaveCount(0);
}

/** A form with five 工作业绩 named 项目1 … 项目5. */
async function fiveRows(page: Page, cloud: Cloud): Promise<{ application: string; cards: Locator }> {
  const { application, mobile } = await cloud.newcomer('start', 'P2');
  await signIn(page, cloud, mobile);
  await save(page, application, 'achievements', { groups: { rows: achievements(5) } });
  await page.goto(`/applications/${application}/sections/achievements`);
  const cards = page.locator('.row-card');
  await expect(cards).toHaveCount(5);
  return { application, cards };
}

const card = (cards: Locator, name: string) =>
  cards.filter({ has: cards.page().locator('> legend', { hasText: name }) });

async function expectOrder(cards: Locator, names: string[]) {
  await expect(cards.locator('> legend')).toHaveText(names.map((name) => new RegExp(name)));
}

/** The order that is shown, that is stored, and that is shown again. */
async function expectKept(page: Page, application: string, cards: Locator, names: string[]) {
  await expectOrder(cards, names);
  await expect(page.locator('.save-state.save-done')).toBeVisible();
  const { groups } = await stored(page, application, 'achievements');
  expect(groups.rows.map((row) => row.values.name)).toEqual(names);
  await page.reload();
  await expectOrder(cards, names);
}

test('r47 a row is dragged to its place by its handle', async ({ page, cloud }) => {
  const { application, cards } = await fiveRows(page, cloud);
  const by = await pointer(page);
  if (test.info().project.name === 'phone') await swipe(page, by, card(cards, '项目2'));

  await carry(page, by, card(cards, '项目4'), card(cards, '项目2'));
  await expect(card(cards, '项目2')).toHaveClass(/drop-before/);
  await page.keyboard.press('Escape');
  await by.up();
  await expect(page.locator('.is-sorting, .drop-before')).toHaveCount(0);
  await expectOrder(cards, ['项目1', '项目2', '项目3', '项目4', '项目5']);

  await carry(page, by, card(cards, '项目4'), card(cards, '项目2'));
  await by.up();
  await expect(card(cards, '项目4')).toBeFocused();
  await expect(card(cards, '项目4')).toBeInViewport();
  await expect(page.getByText('“项目4”已移到第2位')).toBeAttached();
  await expectKept(page, application, cards, ['项目1', '项目4', '项目2', '项目3', '项目5']);
});

test('r47 a row is moved by keyboard and the focus stays with it', async ({ page, cloud }) => {
  const { application, cards } = await fiveRows(page, cloud);
  const button = (name: string, words: string) => card(cards, name).getByRole('button', { name: words });

  await button('项目3', '上移').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“项目3”已移到第2位')).toBeAttached();
  await expect(button('项目3', '上移')).toBeFocused();
  await page.keyboard.press('Space');
  await expectOrder(cards, ['项目3', '项目1', '项目2', '项目4', '项目5']);
  await expect(button('项目3', '下移')).toBeFocused();

  await button('项目5', '移到最前').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“项目5”已移到第1位')).toBeAttached();
  await expectKept(page, application, cards, ['项目5', '项目3', '项目1', '项目2', '项目4']);
});

test('a new row takes the focus, and a removed one can be put back', async ({ page, cloud }) => {
  const { cards } = await fiveRows(page, cloud);
  await page.getByRole('button', { name: '添加业绩' }).press('Enter');
  await expect(cards).toHaveCount(6);
  await expect(cards.nth(5).getByLabel('项目（课题）名称')).toBeFocused();

  await card(cards, '项目2').getByRole('button', { name: '删除' }).press('Enter');
  await expect(cards).toHaveCount(5);
  const undo = page.getByRole('button', { name: '撤销删除' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expectOrder(cards.filter({ hasText: '项目' }), ['项目1', '项目2', '项目3', '项目4', '项目5', '未填写']);
  await expect(card(cards, '项目2')).toBeFocused();
});

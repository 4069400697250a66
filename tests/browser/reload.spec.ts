// A page that goes in the middle of typing (F5, back, another tab) never stands in its own way, nor does a step leave
// its text behind.
import type { Locator, Page } from '@playwright/test';
import { isAccessibleEverywhere } from './accessible.ts';
import { openSection, signInAt } from './actors.ts';
import { expect, fault, test, type Cloud } from './cloud.ts';
import { expectFailures, isForgotten, losesSaves, typist } from './drafts.ts';
import { stored } from './rows.ts';

interface Typing {
  /** The text field, on a page that is opened by `open`. */
  field: (page: Page) => Locator;
  open: (page: Page) => Promise<void>;
  onServer: (page: Page) => Promise<string>;
}

const character = (page: Page) => page.getByLabel('思想品德', { exact: false }).last();

/** The unit's clerk at the recommendation of somebody who has just submitted. */
async function atUnit(page: Page, cloud: Cloud): Promise<Typing> {
  const who = await cloud.newcomer('submit', 'P1');
  await signInAt(page, cloud, who.unit);
  const open = async (page: Page) => {
    await page.goto(`/review/${who.application}`);
    await expect(character(page)).toBeVisible();
  };
  const onServer = async (page: Page) => (await stored(page, who.application, 'unit_recommendation')).values.moral ?? '';
  return { field: character, open, onServer };
}

/** The applicant at 个人基本信息. */
async function atApplicant(page: Page, cloud: Cloud): Promise<Typing> {
  const who = await typist(page, cloud);
  const open = async (page: Page) => void (await openSection(page, who.application, 'basic_info'));
  const onServer = async (page: Page) => (await stored(page, who.application, 'basic_info')).values.current_work ?? '';
  return { field: (page) => page.getByLabel('现从事专业技术工作'), open, onServer };
}

/** From here on this machine's store is too slow for a page that goes: what is typed is sent, not kept. */
const slowStore = (page: Page) =>
  page.evaluate(() => {
    crypto.subtle.encrypt = () => new Promise(() => {});
  });

const slowWrites = (cloud: Cloud, ms: number) => fault(cloud, { kind: 'dynamodb_delay_ms', ms, writes_only: true });

test.afterEach(async ({ cloud }) => fault(cloud, { kind: 'clear' }));

const f5 = async (page: Page) => void (await page.reload());

const addressAndBack = async (page: Page) => {
  await page.goto('/manual');
  await page.goBack();
};

const linkAndBack = async (page: Page) => {
  await page.locator('a.site-name').click();
  await page.goBack();
};

const WAYS = [
  ['政治立场坚定', f5],
  ['，遵纪守法', linkAndBack],
  ['，作风正派', f5],
  ['，爱岗敬业', addressAndBack],
  ['，团结同事', f5],
] as const;

for (const [name, begin] of [['unit', atUnit], ['applicant', atApplicant]] as const) {
  test(`f5, a link and another address in the middle of typing at the ${name}`, async ({ page, cloud, problems }) => {
    const { open, field, onServer } = await begin(page, cloud);
    await open(page);
    for (const [part, leave] of WAYS) {
      const before = await field(page).inputValue();
      await field(page).press('End');
      await field(page).pressSequentially(part);
      await leave(page);
      await expect(field(page)).toHaveValue(before + part);
      await expect.poll(() => onServer(page)).toBe(before + part);
      await expect(page.locator('.conflict')).toHaveCount(0);
    }
    await isForgotten(page);
    expectFailures(problems);
  });

  test(`f5 before this machine has written the last letters at the ${name}`, async ({ page, cloud, problems }) => {
    const { open, field, onServer } = await begin(page, cloud);
    await open(page);
    await field(page).pressSequentially('政治立场坚定');
    await page.waitForTimeout(200);
    await slowStore(page);
    await field(page).pressSequentially('，遵纪守法');
    await page.reload();
    await expect.poll(() => onServer(page)).toBe('政治立场坚定，遵纪守法');
    await expect(field(page)).toHaveValue('政治立场坚定，遵纪守法');
    await expect(page.locator('.conflict')).toHaveCount(0);
    await isForgotten(page);
    expectFailures(problems);
  });

  test(`f5 while the last letters are still being stored at the ${name}`, async ({ page, cloud, problems }) => {
    const { open, field, onServer } = await begin(page, cloud);
    await open(page);
    await slowStore(page);
    await slowWrites(cloud, 2500);
    await field(page).pressSequentially('政治立场坚定');
    await page.reload();
    await expect(field(page)).toHaveValue('政治立场坚定');
    await slowWrites(cloud, 0);
    await expect.poll(() => onServer(page)).toBe('政治立场坚定');
    await expect(page.locator('.conflict')).toHaveCount(0);
    expectFailures(problems);
  });

  test(`f5 while an earlier save is under way at the ${name}`, async ({ page, cloud, problems }) => {
    const { open, field, onServer } = await begin(page, cloud);
    await open(page);
    await slowStore(page);
    await slowWrites(cloud, 1500);
    const save = page.waitForRequest((request) => request.method() === 'PUT');
    await field(page).pressSequentially('政治立场坚定');
    await save;
    await field(page).pressSequentially('，遵纪守法');
    await page.reload();
    await expect.poll(() => onServer(page)).toBe('政治立场坚定，遵纪守法');
    await expect(field(page)).toHaveValue('政治立场坚定，遵纪守法');
    await expect(page.locator('.conflict')).toHaveCount(0);
    expectFailures(problems);
  });
}

const panel = (page: Page) => page.locator('.step-panel');
const press = (page: Page) => panel(page).getByRole('button', { name: '审核通过，开始公示' }).click();
const unsaved = (page: Page) => panel(page).getByText('还没有保存，或者有冲突要选择，暂不能办理');

test('no step is taken while a form of the unit is in conflict', async ({ page, cloud, context }) => {
  const { open, field, onServer } = await atUnit(page, cloud);
  await open(page);
  const other = await context.newPage();
  await open(other);
  await field(other).fill('政治立场坚定，遵纪守法，作风正派，爱岗敬业');
  await field(other).press('Tab');
  await expect.poll(() => onServer(other)).toContain('政治立场坚定');
  await field(page).fill('拥护党的领导，遵纪守法，廉洁自律，团结同事');
  await press(page);
  await expect(unsaved(page)).toBeVisible();
  await isAccessibleEverywhere(page);
  await panel(page).getByRole('link', { name: /基层单位推荐意见/ }).click();
  await expect(page.locator('#save-unit_recommendation')).toBeFocused();
  expect(await onServer(page)).toContain('政治立场坚定');
  await page.locator('.conflict').getByRole('button', { name: /^保留我填的/ }).click();
  await press(page);
  await expect(unsaved(page)).toHaveCount(0);
  expect(await onServer(page)).toContain('拥护党的领导');
});

test('no step is taken while another page of the machine holds text that is not saved', async ({ page, cloud, context, problems }) => {
  const { open, field } = await atUnit(page, cloud);
  const other = await context.newPage();
  await losesSaves(other);
  await open(page);
  await open(other);
  await field(other).fill('政治立场坚定，遵纪守法，作风正派，爱岗敬业');
  await field(other).press('Tab');
  await press(page);
  await expect(unsaved(page)).toBeVisible();
  await expect(panel(page).getByRole('listitem').filter({ hasText: '基层单位推荐意见' })).toBeVisible();
  await other.close();
  expectFailures(problems);
});

test('no step is taken on a form that was changed elsewhere and is not shown yet', async ({ page, cloud, context }) => {
  const { open, field, onServer } = await atUnit(page, cloud);
  await open(page);
  const other = await context.newPage();
  await open(other);
  await field(other).fill('政治立场坚定，遵纪守法，作风正派，爱岗敬业');
  await field(other).press('Tab');
  await expect.poll(() => onServer(other)).toContain('政治立场坚定');
  const overtaken = panel(page).getByText('刚才在另一个页面或另一台设备上修改过');
  await press(page);
  await expect(overtaken).toBeVisible();
  await page.reload();
  await expect(field(page)).toHaveValue(/政治立场坚定/);
  await press(page);
  await expect(panel(page).getByRole('alert').first()).toBeVisible();
  await expect(overtaken).toHaveCount(0);
});

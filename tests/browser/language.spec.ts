// The pages in English: nothing but data is left in Chinese, and the switch keeps the page and what is typed.
import type { Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { packOf, signIn, signInAt } from './actors.ts';
import { expect, test, type Cloud } from './cloud.ts';

/** The header's button; its name is in the other language. */
const toEnglish = (page: Page) => page.getByRole('button', { name: 'English', exact: true });
const toChinese = (page: Page) => page.getByRole('button', { name: '中文', exact: true });

async function switchToEnglish(page: Page) {
  await toEnglish(page).click();
  await expect(toChinese(page)).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
}

/** The Chinese letters that a reader of the page sees or hears, without `data` and what is marked as Chinese. */
async function leftovers(page: Page, data: string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const own = (element: Element) => !element.closest('[lang^=zh], script, style, noscript');
    const found: string[] = [document.title];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (own(node.parentElement!)) found.push(node.textContent ?? '');
    }
    for (const attribute of ['aria-label', 'alt', 'placeholder', 'title']) {
      for (const element of document.body.querySelectorAll(`[${attribute}]`)) {
        if (own(element)) found.push(element.getAttribute(attribute)!);
      }
    }
    return found;
  });
  const longestFirst = [...data].sort((a, b) => b.length - a.length);
  const withoutFiles = (text: string) => text.replace(/\S+\.(jpg|png|pdf)/g, '');
  const bare = (text: string) => longestFirst.reduce((rest, known) => rest.split(known).join(''), withoutFiles(text));
  return [...new Set(texts.filter((text) => /\p{Script=Han}/u.test(bare(text))))];
}

async function isEnglish(page: Page, data: string[] = []) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
  expect(await leftovers(page, data), page.url()).toEqual([]);
  await isAccessible(page);
}

/** Names of people and organisations, whatever somebody types, and what the pack puts into fields. */
async function dataOf(cloud: Cloud): Promise<string[]> {
  const defaults = [...JSON.stringify(await packOf(cloud)).matchAll(/"default":"([^"]+)"/g)].map((found) => found[1]);
  const typed = cloud.people.flatMap((person) =>
    Object.values(person.answers).flatMap((section) => [
      ...Object.values(section.values),
      ...Object.values(section.groups).flatMap((rows) => rows.flatMap((row) => Object.values(row.values))),
    ]),
  );
  const people = cloud.people.flatMap((person) => [person.name, person.unit]);
  const officers = cloud.accounts.flatMap((account) => [account.name, account.organisation]);
  return [...people, ...officers, ...typed, ...defaults].filter((text) => /\p{Script=Han}/u.test(text));
}

for (const path of ['/', '/sign-in', '/register', '/set-password', '/manual', '/notices', '/nowhere']) {
  test(`${path} is in English`, async ({ page, cloud }) => {
    await page.goto(path);
    await switchToEnglish(page);
    expect(new URL(page.url()).pathname).toBe(path);
    await isEnglish(page, await dataOf(cloud));
    await page.reload();
    await isEnglish(page, await dataOf(cloud));
    await toChinese(page).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
}

test('an applicant fills in and submits in English', async ({ page, cloud }) => {
  const who = await cloud.newcomer('fill', 'P3');
  const data = [who.name, ...(await dataOf(cloud))];
  await signIn(page, cloud, who.mobile);
  await switchToEnglish(page);
  await isEnglish(page, data);
  await page.goto('/start');
  await isEnglish(page, data);
  for (const section of (await packOf(cloud)).sections.filter((one) => one.filled_by === 'Applicant')) {
    await page.goto(`/applications/${who.application}/sections/${section.id}`);
    await expect(page.locator('form.section-form')).toBeVisible();
    await isEnglish(page, data);
  }
  await page.goto(`/applications/${who.application}/choice`);
  await page.locator('input[name=target_title][value=SeniorEngineer]').check();
  await page.locator('input[name=specialty]').first().check();
  await expect(page.locator('#effects')).toBeVisible();
  await isEnglish(page, data);
  await page.goto(`/applications/${who.application}/submit`);
  await isEnglish(page, data);
  await page.getByRole('link', { name: 'Preview everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Preview of the application' })).toBeVisible();
  await isEnglish(page, data);
  await page.goto(`/applications/${who.application}/progress`);
  await expect(page.locator('.timeline')).toBeVisible();
  await isEnglish(page, data);
});

test('what is missing is told in English', async ({ page, cloud }) => {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  await switchToEnglish(page);
  await page.goto(`/applications/${who.application}/submit`);
  await expect(page.getByRole('heading', { name: /items to complete$/ })).toBeVisible();
  await isEnglish(page, [who.name, ...(await dataOf(cloud))]);
});

test('an officer works in English', async ({ page, cloud }) => {
  const who = await cloud.newcomer('submit', 'P1');
  const data = [who.name, ...(await dataOf(cloud))];
  await signInAt(page, cloud, who.unit);
  await switchToEnglish(page);
  await isEnglish(page, data);
  await page.locator('tr', { hasText: who.name }).getByRole('link', { name: `Review: ${who.name}` }).click();
  await expect(page.locator('.step-panel')).toBeVisible();
  await isEnglish(page, data);
});

test('the switch keeps the page and the sentence that is being typed', async ({ page, cloud }) => {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  const path = `/applications/${who.application}/sections/basic_info`;
  await page.goto(path);
  await page.getByLabel('现从事专业技术工作').fill('汽车车身设计');
  await toEnglish(page).click();
  const work = page.getByLabel('Present professional technical work');
  await expect(work).toHaveValue('汽车车身设计');
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.locator('.save-state.save-done').first()).toBeVisible();
  await work.fill('汽车底盘设计');
  await toChinese(page).click();
  await expect(page.getByLabel('现从事专业技术工作')).toHaveValue('汽车底盘设计');
  await page.reload();
  await expect(page.getByLabel('现从事专业技术工作')).toHaveValue('汽车底盘设计');
});

test('the switch keeps the reader at the same place', async ({ page }) => {
  await page.goto('/manual');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 600));
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
  await toEnglish(page).evaluate((button: HTMLButtonElement) => button.click());
  await expect(page.getByRole('heading', { level: 1, name: 'Manual' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(600);
});

test('without a network the switch loses no text either', async ({ page, cloud, problems }) => {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  await page.goto(`/applications/${who.application}/sections/basic_info`);
  await page.getByLabel('现从事专业技术工作').fill('汽车车身设计');
  await page.context().setOffline(true);
  await page.getByLabel('专业说明').fill('专用汽车');
  await toEnglish(page).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.context().setOffline(false);
  await again.click();
  await expect(page.getByLabel('Note on the specialty')).toHaveValue('专用汽车');
  await expect(page.getByLabel('Present professional technical work')).toHaveValue('汽车车身设计');
  const isExpected = (problem: string) => problem.includes('ERR_INTERNET_DISCONNECTED');
  expect(problems.splice(0).filter((problem) => !isExpected(problem))).toEqual([]);
});

test('what is typed outside of drafts stays too, and the keyboard is enough', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('姓名').fill('覃梅');
  await page.getByLabel('手机号码').fill('13800000000');
  await toEnglish(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('覃梅');
  await expect(page.getByLabel('Mobile number')).toHaveValue('13800000000');
  await expect(toChinese(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByLabel('姓名')).toHaveValue('覃梅');
});

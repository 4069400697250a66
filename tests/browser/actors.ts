// People of the journeys and what they do on the pages.
import { expect, type Locator, type Page } from '@playwright/test';
import { code, type Cloud, type Person } from './cloud.ts';
import { fillSection, type Pack, type Section } from './form.ts';

export async function packOf(cloud: Cloud, id = 'liuzhou-2020'): Promise<Pack> {
  return (await fetch(`${cloud.url}/packs/${id}.json`)).json() as Promise<Pack>;
}

export function person(cloud: Cloud, key: string): Person {
  return cloud.people.find((candidate) => candidate.key === key)!;
}

export async function signIn(page: Page, cloud: Cloud, login: string) {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('身份证号或手机号码').fill(login);
  await page.locator('input[type=password]').fill('Liuzhou2020');
  await page.getByRole('main').getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/(home|queue)$/);
  void cloud;
}

/** The officer of an organisation signs in. */
export async function signInAt(page: Page, cloud: Cloud, organisation: string) {
  const account = cloud.accounts.find((candidate) => candidate.organisation === organisation)!;
  await signIn(page, cloud, account.login);
}

/** R3: a code by SMS, then the account. */
export async function register(page: Page, cloud: Cloud, who: Person) {
  await page.goto('/');
  await page.getByRole('link', { name: '注册' }).first().click();
  await page.getByLabel('姓名').fill(who.name);
  await page.getByLabel('身份证号').fill(who.id_number);
  await page.getByLabel('手机号码').fill(who.mobile);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText('验证码已发送')).toBeVisible();
  await page.getByLabel('短信验证码').fill(await code(cloud, who.mobile));
  await page.locator('input[type=password]').fill('Liuzhou2020');
  await page.getByRole('button', { name: '注册并登录' }).click();
  await expect(page).toHaveURL(/\/home$/);
}

/** R4: 职称申报, 开始申报, then the steps, with a note on the specialty; answers the application's id. */
export async function start(page: Page, cloud: Cloud, who: Person, note = '', packId = 'liuzhou-2020'): Promise<string> {
  const pack = await packOf(cloud, packId);
  await expect(page.getByRole('heading', { level: 1, name: '职称申报' })).toBeVisible();
  await page.getByRole('link', { name: '开始申报' }).click();
  const title = pack.titles.find((candidate) => candidate.id === who.target_title)!;
  await page.getByRole('radio', { name: title.name, exact: true }).check();
  await page.locator(`input[name=industry][value=${who.industry}]`).check();
  await expect(page.locator('#committee')).toContainText(/评委会|评审委员会/);
  await page.getByRole('button', { name: '下一步' }).click();
  const specialty = pack.specialties.find((candidate) => candidate.id === who.specialty)!;
  await page.getByLabel('查找专业').fill(specialty.name);
  await page.locator(`input[name=specialty][value=${specialty.id}]`).check();
  await page.getByLabel('选择相近专业的说明').fill(note);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('查找单位').fill(who.unit.slice(0, 8));
  await page.locator('label.choice', { hasText: who.unit }).getByRole('radio').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '确认并开始填写' }).click();
  await expect(page).toHaveURL(/\/sections\/basic_info$/);
  return /applications\/([^/]+)/.exec(page.url())![1];
}

/** The fifteen categories of the applicant, in their order. */
export async function sections(cloud: Cloud, pack = 'liuzhou-2020'): Promise<Section[]> {
  return (await packOf(cloud, pack)).sections.filter((candidate) => candidate.filled_by === 'Applicant');
}

/** One category's page; answers its form. */
export async function openSection(page: Page, application: string, section: string, anchor = ''): Promise<Locator> {
  await page.goto(`/applications/${application}/sections/${section}${anchor && `#${anchor}`}`);
  const form = page.locator('form.section-form');
  await expect(form).toBeVisible();
  return form;
}

/** All fifteen categories, one page each. */
export async function fillAll(page: Page, cloud: Cloud, application: string, who: Person) {
  for (const section of await sections(cloud)) {
    const form = await openSection(page, application, section.id);
    if ((await form.locator('.not-required').count()) > 0) continue;
    if (section.id === 'continuing_education') {
      await form.getByRole('button', { name: '查询' }).click();
      await expect(form.getByRole('status').first()).toBeVisible();
    }
    await fillSection(page, form, section, who.answers[section.id]);
  }
}

export async function submit(page: Page, application: string) {
  await page.goto(`/applications/${application}/submit`);
  await expect(page.getByText('可以提交')).toBeVisible();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '确定提交' }).click();
  await expect(page).toHaveURL(/\/progress$/);
  await expect(page.locator('.timeline')).toContainText('单位审核');
}

/** One of the unit's forms on the review page. */
export async function fillUnitForm(page: Page, cloud: Cloud, id: string, who: Person, change: Record<string, string> = {}) {
  const section = (await packOf(cloud)).sections.find((candidate) => candidate.id === id)!;
  const form = page.locator('section.unit-form', { has: page.locator(`[id="unit-form-${id}"]`) }).locator('form');
  const answers = who.answers[id];
  await fillSection(page, form, section, { ...answers, values: { ...answers.values, ...change } });
}

/** 生成公示表, and the file that 下载公示表 brings under this name. */
export async function makeSheet(page: Page, name: string) {
  await page.getByRole('button', { name: '生成公示表' }).click();
  await expect(page.getByText(name.replace(/^公示表-.*-(第\d+版)\.pdf$/, '公示表$1')).last()).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载公示表' }).last().click();
  expect((await download).suggestedFilename()).toBe(name);
}

export async function openReview(page: Page, who: Person) {
  await page.goto('/queue');
  const row = page.locator('tr', { hasText: who.name });
  await row.getByRole('link', { name: `审核：${who.name}` }).click();
  await expect(page.locator('.step-panel')).toBeVisible();
}

/** Takes a step that needs words. */
export async function decide(page: Page, action: string, opinion: string) {
  const panel = page.locator('.step-panel');
  await panel.getByRole('button', { name: action, exact: true }).click();
  await panel.getByLabel('意见').fill(opinion);
  await panel.getByRole('button', { name: `确认${action}` }).click();
  await expect(page.getByText('办理成功')).toBeVisible();
}

/** Takes a step that its forms speak for. */
export async function press(page: Page, action: string) {
  await page.locator('.step-panel').getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByText('办理成功')).toBeVisible();
}

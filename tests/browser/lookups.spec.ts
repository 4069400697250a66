// 查询 on the page: what a register fills, what it leaves to the person, and how its silence looks.
import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { isAccessibleEverywhere } from './accessible.ts';
import { openSection, signIn, start } from './actors.ts';
import { expect, fault, post, setClock, test, type Cloud, type Newcomer, type Wish } from './cloud.ts';

const at = (scope: Page | Locator, id: string) => scope.locator(`[id="${id}"]`);

const TITLE = {
  title_name: '工程师',
  level: 'Middle',
  series: '工程系列',
  specialty: '机械设计',
  obtained_by: 'Review',
  obtained_date: '2014-12-20',
  certificate_no: 'GXZ20141220001',
  issuer: '柳州市职称改革工作领导小组办公室',
};

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));
test.afterEach(async ({ cloud }) => fault(cloud, { kind: 'clear' }));

/** Sets the answer of the register about this person from now on. */
function tell(cloud: Cloud, who: Newcomer, register: string, values: Record<string, string>) {
  const key = createHash('sha256').update(who.id_number).digest('hex');
  return post(`${cloud.url}/_local/registries/${register}/${key}`, { found: true, values });
}

async function arrive(page: Page, cloud: Cloud, wish: Wish, key: string): Promise<Newcomer> {
  const who = await cloud.newcomer(wish, key);
  await signIn(page, cloud, who.mobile);
  return who;
}

const lookUp = (form: Locator) => form.getByRole('button', { name: '查询' }).click();

test('r27 a title that is found fills and locks its fields, with their source', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P1');
  await tell(cloud, who, 'titles', TITLE);
  const form = await openSection(page, who.application, 'current_title');
  await at(form, 'current_title--title_name').fill('高级工人');
  await lookUp(form);
  await expect(form.getByText('已查到您的职称证书')).toBeVisible();
  await expect(form.getByText('现职称名称：高级工人')).toBeVisible();
  await expect(at(form, 'current_title--source')).toContainText('系统查询');
  const shown = { title_name: '工程师', level: '中级', obtained_by: '评审', issuer: TITLE.issuer };
  for (const [field, words] of Object.entries(shown)) {
    const control = at(form, `current_title--${field}`);
    await expect(control).toContainText(words);
    expect(await control.evaluate((element) => element.tagName)).not.toMatch(/INPUT|SELECT|TEXTAREA/);
  }
  await expect(at(form, 'current_title--title_certificate').locator('.required')).toHaveCount(0);
  await page.reload();
  await expect(at(form, 'current_title--title_name')).toContainText('工程师');
});

test('r28 a title that is not found is typed, and its certificate is asked for', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P2');
  const form = await openSection(page, who.application, 'current_title');
  await lookUp(form);
  await expect(form.getByText('没有查到您的职称证书')).toBeVisible();
  await expect(at(form, 'current_title--source')).toContainText('本人填写');
  await at(form, 'current_title--title_name').fill('助理工程师');
  await expect(form.locator('.save-state.save-done')).toBeVisible();
  await expect(at(form, 'current_title--title_certificate').locator('.required')).toBeVisible();
  await page.reload();
  await expect(at(form, 'current_title--title_name')).toHaveValue('助理工程师');
});

test('a slow register is given up, and what is typed meanwhile is saved', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P2');
  await fault(cloud, { kind: 'registries_delay_ms', ms: 9000, registry: 'titles' });
  const form = await openSection(page, who.application, 'current_title');
  await lookUp(form);
  await expect(form.getByText('正在查询')).toBeVisible();
  await at(form, 'current_title--title_name').fill('助理工程师');
  const saved = await page.waitForResponse((answer) => answer.request().method() === 'PUT');
  expect(saved.status()).toBe(200);
  await expect(form.getByText('正在查询')).toBeVisible();
  await at(form, 'current_title--certificate_no').fill('GX0001');
  await expect(form.getByText('暂时没有回应')).toBeVisible();
  await expect(at(form, 'current_title--title_name')).toHaveValue('助理工程师');
  await expect(at(form, 'current_title--certificate_no')).toHaveValue('GX0001');
  await at(form, 'current_title--series').fill('工程系列');
  await expect(form.locator('.save-state.save-done')).toBeVisible();
  await expect(page.locator('#conflict')).toHaveCount(0);
  await page.reload();
  await expect(at(form, 'current_title--certificate_no')).toHaveValue('GX0001');
  await expect(at(form, 'current_title--series')).toHaveValue('工程系列');
});

test('r57 insurance is recognised with all the months, else the list is asked for', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P2');
  const insured = { insured_unit: who.unit, person_name: who.name, id_tail: who.id_number.slice(14) };
  const form = await openSection(page, who.application, 'social_insurance');
  await tell(cloud, who, 'social-insurance', { ...insured, months: '2020-03,2020-04,2020-05,2020-06,2020-07' });
  await lookUp(form);
  await expect(form.getByText('没有查到您申报前连续6个月以上')).toBeVisible();
  await expect(at(form, 'social_insurance--insured_unit')).toHaveValue(who.unit);
  await expect(at(form, 'social_insurance--contribution_list').locator('.required')).toBeVisible();
  const months = '2020-02,2020-03,2020-04,2020-05,2020-06,2020-07';
  await tell(cloud, who, 'social-insurance', { ...insured, months });
  await lookUp(form);
  await expect(form.getByText('已查到您申报前连续6个月以上')).toBeVisible();
  await expect(at(form, 'social_insurance--insured_unit')).toContainText(who.unit);
  await expect(at(form, 'social_insurance--contribution_list').locator('.required')).toHaveCount(0);
});

test('an earlier application fills a new one and says what does not fit', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'submit', 'P2');
  await page.getByRole('button', { name: '撤回申报' }).click();
  await page.getByRole('button', { name: '确定撤回' }).click();
  await expect(page.getByText('申报已撤回')).toBeVisible();
  const application = await start(page, cloud, who);
  await expect(page.getByRole('heading', { name: '复制上次申报（2020年度，工程师）' })).toBeVisible();
  const form = page.locator('form.section-form');
  await at(form, 'basic_info--current_work').fill('桥梁检测');
  await page.getByRole('button', { name: '复制上次申报' }).click();
  const outcome = page.locator('#copied');
  await expect(outcome).toContainText(/已复制到\d+个栏目/);
  await expect(outcome).toContainText('诚信承诺');
  await expect(outcome).toContainText('声明和承诺须由您重新作出');
  await expect(outcome).toContainText('请重新上传扫描件');
  await expect(outcome).toBeFocused();
  await isAccessibleEverywhere(page);
  await expect(at(form, 'basic_info--current_work')).toHaveValue('桥梁检测');
  await expect(at(form, 'basic_info--work_start')).toHaveValue(who.answers.basic_info.values.work_start);
  await outcome.getByRole('link', { name: '2．学历情况：请重新上传扫描件' }).click();
  await expect(page).toHaveURL(new RegExp(`${application}/sections/education#education$`));
  const education = page.locator('form.section-form');
  await expect(education.locator('fieldset.row-card')).toHaveCount(who.answers.education.groups.rows.length);
  await outcome.getByRole('button', { name: '知道了' }).click();
  await expect(outcome).toHaveCount(0);
});

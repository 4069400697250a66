// One application from registration to 缴费完成, through the pages, on a phone and on a desktop.
import type { Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { decide, fillAll, fillUnitForm, makeSheet, openReview, press, register, signIn, signInAt, start, submit } from './actors.ts';
import { type Cloud, expect, messages, type Person, setClock, test, wait } from './cloud.ts';

/** Told after every transition in what state the file is. */
type Told = (state: string) => Promise<void>;

/** The unit: check, table, five working days, outcome, recommendation. */
async function passTheUnit(page: Page, cloud: Cloud, who: Person, isSenior: boolean, told: Told = async () => {}) {
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await isAccessible(page);
  await fillUnitForm(page, cloud, 'unit_check', who);
  const dates = { start_date: '2020-08-03', end_date: '2020-08-07' };
  await fillUnitForm(page, cloud, 'publicity', who, dates);
  await fillUnitForm(page, cloud, 'appraisals', who);
  await makeSheet(page, `公示表-${who.name}-第1版.pdf`);
  await press(page, '审核通过，开始公示');
  await told('单位公示中');
  await setClock(cloud, '2020-08-14T09:00:00+08:00');

  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await fillUnitForm(page, cloud, 'publicity', who, dates);
  await press(page, '公示结束，进入审议推荐');
  await told('单位答辩、审议、推荐中');
  await openReview(page, who);
  await expect(page.locator('[id="unit-form-defense"]')).toHaveCount(isSenior ? 1 : 0);
  const forms = ['deliberation', 'unit_recommendation'];
  for (const form of isSenior ? ['defense', ...forms] : forms) {
    await fillUnitForm(page, cloud, form, who, { date: '2020-08-14' });
  }
  await decide(page, '同意上报', '同意上报');
  await page.goto('/queue');
  await page.locator('tr', { hasText: who.name }).getByRole('link', { name: '查看进度' }).click();
  await expect(page.locator('.timeline')).toContainText(who.unit);
  await isAccessible(page);
}

async function passAnOffice(page: Page, cloud: Cloud, who: Person, office: string, action: string) {
  await signInAt(page, cloud, office);
  await openReview(page, who);
  await decide(page, action, '材料齐全，符合条件。');
}

/** M4 on the phone page, the code, the cashier, 缴费成功, 缴费验证, 缴费完成. */
async function pay(page: Page, cloud: Cloud, who: Person) {
  await wait(cloud);
  await expect.poll(async () => (await messages(cloud, who.mobile))[0]).toContain('扫码缴费并完成缴费验证');
  await page.goto('/_local/phone');
  await expect(page.getByText('扫码缴费并完成缴费验证').first()).toBeVisible();
  await signIn(page, cloud, who.mobile);
  await page.getByRole('link', { name: '缴费', exact: true }).click();
  await expect(page.getByRole('img', { name: '缴费码' })).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: '缴费验证' }).click();
  await expect(page.getByText('未查询到缴费')).toBeVisible();
  await page.getByRole('link', { name: '在本机缴费' }).click();
  await page.getByRole('button', { name: '确认支付' }).click();
  await expect(page.getByText('支付成功')).toBeVisible();
  await page.getByRole('link', { name: /返回/ }).click();
  await expect(page.getByText('缴费成功').first()).toBeVisible();
  await page.getByRole('button', { name: '缴费验证' }).click();
  await expect(page.getByText('缴费完成').first()).toBeVisible();
  await page.getByRole('link', { name: '职称申报进度' }).click();
  await expect(page.locator('.timeline')).toContainText('缴费验证');
}

/** Everything missing is listed, each line a link that takes the focus to its place. */
async function refusesToSubmit(page: Page, application: string) {
  await page.goto(`/applications/${application}/submit`);
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeDisabled();
  await page.getByRole('link', { name: '请选择“民族”' }).click();
  await expect(page).toHaveURL(/sections\/basic_info#basic_info--ethnicity$/);
  await expect(page.locator('[id="basic_info--ethnicity"]')).toBeFocused();
}

/** The unit reads it among the material. */
async function reviewerSees(page: Page, cloud: Cloud, who: Person, words: string) {
  await signInAt(page, cloud, who.unit);
  await openReview(page, who);
  await expect(page.getByText(words).first()).toBeVisible();
}

/** Another device, signed in anew, shows what was saved. */
async function showsTheSameElsewhere(page: Page, cloud: Cloud, application: string, who: Person) {
  const other = await page.context().browser()!.newContext({ baseURL: cloud.url });
  const elsewhere = await other.newPage();
  await signIn(elsewhere, cloud, who.mobile);
  await elsewhere.goto(`/applications/${application}/sections/work_summary`);
  await expect(elsewhere.locator('textarea').first()).toHaveValue(who.answers.work_summary.values.summary);
  await expect(elsewhere.locator('.save-state').first()).toContainText(/已保存 \d\d:\d\d/);
  await expect(elsewhere.locator('.section-entry')).toHaveCount(15);
  await other.close();
}

test('r12 r71 engineer of a private company of a county, in construction, with a note on the specialty', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('person', 'P2');
  await register(page, cloud, who);
  const application = await start(page, cloud, who, '装配式建筑');
  await refusesToSubmit(page, application);
  await fillAll(page, cloud, application, who);
  await isAccessible(page);
  await showsTheSameElsewhere(page, cloud, application, who);
  await submit(page, application);
  await reviewerSees(page, cloud, who, '装配式建筑');
  await passTheUnit(page, cloud, who, false);
  await passAnOffice(page, cloud, who, '鹿寨县职称改革工作领导小组办公室', '同意上报');
  await passAnOffice(page, cloud, who, '柳州市住房和城乡建设局职称改革工作领导小组办公室', '审核通过');
  await pay(page, cloud, who);
});

/** R65: 职称申报进度 on the home page of the applicant, who looks from another device. */
async function homeShows(page: Page, cloud: Cloud, who: Person, state: string) {
  const other = await page.context().browser()!.newContext({ baseURL: cloud.url });
  const home = await other.newPage();
  await signIn(home, cloud, who.mobile);
  const progress = home.getByRole('region', { name: '职称申报进度' });
  await expect(progress.locator('.badge').first()).toHaveText(state);
  await progress.getByRole('link', { name: '查看进度' }).click();
  const timeline = home.locator('.timeline');
  for (const stage of ['单位审核', '主管部门', '市系列审核', '缴费验证']) await expect(timeline).toContainText(stage);
  await expect(timeline.locator('[aria-current=step]')).toHaveCount(state.startsWith('缴费完成') ? 0 : 1);
  await other.close();
}

test('r65 the home page tells a senior engineer of a state company of every transition', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('submit', 'P1');
  const told: Told = (state) => homeShows(page, cloud, who, state);
  await told('单位审核中');
  await passTheUnit(page, cloud, who, true, told);
  await told('主管部门审核中');
  await passAnOffice(page, cloud, who, '柳州市人民政府国有资产监督管理委员会', '同意上报');
  await told('系列职改办审核中（市系列审核）');
  await passAnOffice(page, cloud, who, '柳州市经济专业工程技术人员职称改革工作领导小组', '审核通过');
  await told('待缴费');
  await pay(page, cloud, who);
  await told('缴费完成（待评审）');
});

// Rules of the seed that are rules about pages: what is offered where, in which words.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { isAccessibleEverywhere } from './accessible.ts';
import { openSection, register, sections, signIn } from './actors.ts';
import { expect, setClock, test, type Cloud, type Newcomer, type Wish } from './cloud.ts';

const NAME = '广西柳州市专业技术人员服务平台';

const at = (scope: Page | Locator, id: string) => scope.locator(`[id="${id}"]`);

test.beforeEach(async ({ cloud }) => setClock(cloud, '2020-08-03T09:00:00+08:00'));

/** Somebody new, signed in. */
async function arrive(page: Page, cloud: Cloud, wish: Wish, key: string): Promise<Newcomer> {
  const who = await cloud.newcomer(wish, key);
  await signIn(page, cloud, who.mobile);
  return who;
}

/** A page of another site with a link to this address. */
async function comeFromElsewhere(page: Page, address: string) {
  const body = `<!doctype html><html lang="zh"><title>专题专栏</title><a href="${address}">职称申报</a></html>`;
  await page.route('http://gxj.example/**', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto('http://gxj.example/');
  await page.getByRole('link', { name: '职称申报' }).click();
}

test('r01 the entry page bears the name of the platform and needs no plug-in', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer!.status()).toBe(200);
  await expect(page).toHaveTitle(new RegExp(NAME));
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.locator('object, embed, applet, iframe')).toHaveCount(0);
});

test('r01 links of another site lead to the entry and deep into the platform', async ({ page, cloud }) => {
  await comeFromElsewhere(page, `${cloud.url}/`);
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await comeFromElsewhere(page, `${cloud.url}/notices`);
  await expect(page.getByRole('heading', { level: 1, name: '通知公告' })).toBeVisible();
  const who = await arrive(page, cloud, 'start', 'P6');
  await comeFromElsewhere(page, `${cloud.url}/applications/${who.application}/sections/awards`);
  await expect(page.getByRole('heading', { level: 1, name: '8．何时何地受何奖励' })).toBeVisible();
  await expect(at(page, 'awards--none_declared')).toBeVisible();
});

test('r02 manual and notices are read without signing in', async ({ page }) => {
  for (const name of ['操作说明', '通知公告']) {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.locator('p.paragraph').first()).not.toBeEmpty();
  }
});

test('r02 r42 r55 r64 every category has its own help', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P6');
  const helps = new Set<string>();
  for (const section of await sections(cloud)) {
    const form = await openSection(page, who.application, section.id);
    helps.add(await form.locator('.section-help').innerText());
  }
  expect(helps.size).toBe(15);
});

test('r04 职称申报 then 开始申报 arrives at step 1', async ({ page, cloud }) => {
  const who = await cloud.newcomer('person', 'P6');
  await register(page, cloud, who);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: '职称申报' }).click();
  await page.getByRole('link', { name: '开始申报' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '第1步' })).toBeVisible();
  await expect(page.locator('.wizard-steps [aria-current=step]')).toHaveText('申报职称');
});

test('x9 who has this year’s application is led to it, not to another', async ({ page, cloud }) => {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  await expect(page.getByRole('link', { name: '继续填写' })).toBeVisible();
  await expect(page.getByRole('link', { name: '开始申报' })).toHaveCount(0);
  await page.goto('/start');
  await expect(page.getByText('您本年度已有一份申报')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('link', { name: '继续填写' }).click();
  await expect(page).toHaveURL(new RegExp(`${who.application}/sections/basic_info$`));
});

test('the steps of 开始申报 are kept over a reload, and Back goes one step back', async ({ page, cloud }) => {
  const who = await cloud.newcomer('person', 'P10');
  await register(page, cloud, who);
  await chooseTarget(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '第2步' })).toBeVisible();
  await expect(page.locator('input[name=specialty]').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '第1步' })).toBeVisible();
  await expect(page.locator('input[name=industry][value=Other]')).toBeChecked();
  await expect(page.locator('.committee-name')).toHaveText('工程系列柳州市中级评委会');
});

/** The second step of 开始申报, for an engineer of another industry. */
async function chooseTarget(page: Page) {
  await page.goto('/start');
  await page.getByRole('radio', { name: '工程师', exact: true }).check();
  await page.locator('input[name=industry][value=Other]').check();
  await expect(page.locator('.committee-name')).toHaveText('工程系列柳州市中级评委会');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '第2步' })).toBeVisible();
}

test('r11 r12 the specialty is asked for, found by a word of the trade, and its note is kept', async ({ page, cloud }) => {
  const who = await cloud.newcomer('person', 'P10');
  await register(page, cloud, who);
  await chooseTarget(page);
  await page.getByRole('button', { name: '下一步' }).click();
  const list = page.getByRole('radiogroup', { name: '申报专业' });
  await expect(list).toHaveAccessibleDescription(/请选择申报专业/);
  await expect(list).toHaveAttribute('aria-invalid', 'true');
  await expect(list).toBeFocused();
  await isAccessibleEverywhere(page);
  await expect(page.getByRole('heading', { level: 1, name: '第2步' })).toBeVisible();

  await expect(page.getByText('找不到一致的专业？请选择最相近的专业。')).toBeVisible();
  // Where nothing is listed, the box that finds it is what is asked for.
  const search = page.getByLabel('查找专业');
  await search.fill('没有这个专业');
  await expect(list).toHaveCount(0);
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(search).toBeFocused();
  await expect(search).toHaveAccessibleDescription(/请选择申报专业/);
  await search.fill('车身');
  await expect(search).not.toHaveAttribute('aria-invalid', 'true');
  const found = page.locator('#specialty label.choice');
  await expect(found.filter({ hasText: '机械' }).first()).toBeVisible();
  await expect(found.filter({ hasText: '汽车' }).first()).toBeVisible();
  await found.filter({ hasText: '车辆工程' }).getByRole('radio').check();
  // What is chosen stays in sight when the list is searched again.
  await search.fill('没有这个专业');
  await expect(page.getByText('已选：车辆工程')).toBeVisible();
  await page.getByLabel('选择相近专业的说明').fill('白车身焊装');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('查找单位').fill(who.unit);
  await page.locator('label.choice', { hasText: who.unit }).getByRole('radio').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '确认并开始填写' }).click();
  await expect(at(page, 'basic_info--specialty_note')).toHaveValue('白车身焊装');
  await expect(at(page, 'basic_info--specialty')).toContainText('车辆工程');
  await expect(at(page, 'basic_info--current_work')).toBeVisible();
});

test('r13 r64 the fifteen categories stand in their order on the right', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P6');
  for (const width of [1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const form = await openSection(page, who.application, 'basic_info');
    const titles = await page.locator('.section-entry-title').allInnerTexts();
    expect(titles).toEqual((await sections(cloud)).map((section, index) => `${index + 1}．${section.title}`));
    expect(titles).toHaveLength(15);
    const [list, main] = [await page.locator('#section-list').boundingBox(), await form.boundingBox()];
    expect(list!.x).toBeGreaterThanOrEqual(main!.x + main!.width);
  }
});

test('r15 r16 the identity is that of the unit, its consequences are told, and it can be corrected', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P10');
  const form = await openSection(page, who.application, 'basic_info');
  const identity = at(form, 'basic_info--identity_nature');
  await expect(identity.locator('option:checked')).toHaveText('非公单位（社会组织）');
  const offered = (await identity.locator('option').allInnerTexts()).join();
  for (const name of ['事业单位', '国有企业', '非公单位', '机关事业单位非编']) expect(offered).toContain(name);
  await expect(at(form, 'basic_info--identity_nature-help')).toContainText('学信网');
  await identity.selectOption({ label: '事业单位' });
  await expect(at(form, 'basic_info--identity_nature-help')).toContainText('由单位核实');
  await identity.press('Tab');
  await expect(at(form, 'basic_info--identity_nature-problems')).toBeVisible();
});

test('r18 r19 promotion is proposed, and the other modes explain themselves and ask for more', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P6');
  const form = await openSection(page, who.application, 'basic_info');
  const asked = (parts: string[]) => parts.map((part) => at(form, `basic_info--${part}`));
  const ofTransfer = asked(['transfer_from_series', 'transfer_from_title', 'transfer_from_date']);
  const ofSecond = asked(['second_title_from_series', 'second_title_from_title', 'second_title_from_date']);
  await expect(form.getByRole('radio', { name: '晋升' })).toBeChecked();
  for (const control of [...ofTransfer, ...ofSecond]) await expect(control).toHaveCount(0);
  await form.getByRole('radio', { name: '转评' }).check();
  await expect(form.getByText('转换工作岗位后').first()).toBeVisible();
  for (const control of ofTransfer) await expect(control).toBeVisible();
  await form.getByRole('radio', { name: '第二职称' }).check();
  await expect(form.getByText('已有其他系列或专业的职称').first()).toBeVisible();
  for (const control of ofSecond) await expect(control).toBeVisible();
  for (const control of ofTransfer) await expect(control).toHaveCount(0);
});

test('r20 the two counties are offered 双定向, refused unless chosen', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P3');
  const form = await openSection(page, who.application, 'basic_info');
  const asked = at(form, 'basic_info--dual_directed');
  await expect(asked.getByRole('radio', { name: '否' })).toBeChecked();
  await asked.getByRole('radio', { name: '是' }).check();
  await expect(asked).toContainText('县工信部门');
});

test('r30 r31 r32 the common course is named, needs no paper, and is asked for after 个人基本信息', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P1');
  const form = await openSection(page, who.application, 'continuing_education');
  await expect(at(form, 'continuing_education--theme')).toContainText('当代科学技术前沿知识');
  const site = at(form, 'continuing_education--site_url').getByRole('link', { name: 'http://ptce.gx12333.net/' });
  await expect(site).toHaveAttribute('href', 'http://ptce.gx12333.net/');
  await expect(form.locator('input[type=file]')).toHaveCount(0);
  await expect(form.getByRole('button', { name: '查询' })).toBeDisabled();
  await expect(form.getByText('请先完成“个人基本信息”')).toBeVisible();
});

test('r35 r38 r39 r40 r41 a paper asks for five scans of its own, and a sixth for a reason', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'fill', 'P1');
  const form = await openSection(page, who.application, 'publications');
  await expect(form.locator('.section-help')).toContainText('文字正向摆放，清晰可见');
  await expect(form.getByRole('group', { name: '论文全文' })).toContainText('文字正向摆放，清晰可见');
  await expect(form.getByRole('group', { name: '期刊目录' })).toContainText('在论文标题处做好标记');
  await expect(form.getByRole('checkbox', { name: '已在论文标题处做好标记' })).toBeChecked();
  const cards = form.locator('fieldset.row-card');
  for (let n = 2; n <= 5; n += 1) await form.getByRole('button', { name: /^添加/ }).click();
  await expect(cards).toHaveCount(5);
  await expect(form.getByLabel('超过5篇的理由')).toHaveCount(0);
  await cards.nth(1).getByLabel('类型').selectOption({ label: '期刊论文' });
  await expect(cards.nth(1).locator('.slot')).toHaveCount(5);
  await cards.nth(1).getByLabel('类型').selectOption({ label: '著作' });
  await expect(cards.nth(1).getByRole('group', { name: /国家新闻出版署/ })).toHaveCount(0);
  const missing = form.getByText('请填写“超过5篇的理由”');
  await expect(missing).toHaveCount(0);
  await form.getByRole('button', { name: /^添加/ }).click();
  await expect(cards).toHaveCount(6);
  await expect(form.getByLabel('超过5篇的理由')).toBeVisible();
  await expect(page.locator('.save-done')).toBeVisible();
  await page.goto(`/applications/${who.application}/submit`);
  await expect(page.locator('a[href$="#publications--over_limit_reason"]').first()).toBeVisible();
});

test('r57 r58 r59 r60 r61 what the insurance proof must show is told where it is asked', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P6');
  const form = await openSection(page, who.application, 'social_insurance');
  await expect(form.getByText('社保证明可以自行登录社保局官网打印')).toBeVisible();
  await expect(form.getByText('社保公章为红色').first()).toBeVisible();
  await expect(form.getByText('应显示有申报人及单位信息').first()).toBeVisible();
  const proof = form.getByRole('group', { name: '单位不一致的相关证明材料' });
  const unit = form.getByLabel('参保单位').first();
  await unit.fill(who.unit);
  await expect(proof).toHaveCount(0);
  await unit.fill('柳州市人才派遣有限公司');
  await expect(proof).toBeVisible();
});

test('r62 r63 only a full senior engineer is asked for the signed letter', async ({ page, cloud }) => {
  for (const [key, n] of [['P5', 1], ['P1', 0], ['P10', 0], ['P6', 0]] as const) {
    const who = await arrive(page, cloud, 'start', key);
    const form = await openSection(page, who.application, 'other_proof');
    await expect(form.getByRole('group', { name: '承诺书（个人亲笔签名）' })).toHaveCount(n);
  }
});

test('r62 the letter to sign is downloaded, already filled in', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'start', 'P5');
  const form = await openSection(page, who.application, 'other_proof');
  const slot = form.getByRole('group', { name: '承诺书（个人亲笔签名）' });
  const button = slot.getByRole('button', { name: '下载样表' });
  await expect(form.getByRole('button', { name: '下载样表' })).toHaveCount(1);
  const path = '**/sections/other_proof/letters/commitment_letter';
  const problem = { type: 'about:blank', status: 429, code: 'E_TOO_MANY', title: '请稍后再试' };
  await page.route(path, (route) => route.fulfill({ status: 429, json: problem }));
  await button.click();
  await expect(slot.getByRole('alert')).toHaveText('请稍后再试');
  await page.unroute(path);
  const downloading = page.waitForEvent('download');
  await button.click();
  const letter = await downloading;
  expect(letter.suggestedFilename()).toMatch(/^职称申报个人承诺书-.+\.pdf$/);
  expect((await readFile(await letter.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(slot.getByRole('alert')).toHaveCount(0);
  await expect(page).toHaveURL(/sections\/other_proof$/);
});

test('r66 r67 a scan is declared original or copy, and a copy needs both stamps', async ({ page, cloud }) => {
  const who = await arrive(page, cloud, 'fill', 'P1');
  const form = await openSection(page, who.application, 'publications');
  const card = form.getByRole('group', { name: '期刊封面' }).locator('.file-card');
  await expect(card.getByRole('radio', { name: '原件扫描' })).toBeChecked();
  await card.getByRole('radio', { name: '复印件' }).check();
  await card.getByRole('checkbox', { name: '已盖核验章' }).check();
  await expect(card.getByRole('checkbox', { name: '已盖单位公章' })).not.toBeChecked();
  await expect(card.getByLabel('无原件的原因')).toBeVisible();
  const judged = await openSection(page, who.application, 'publications', 'publications');
  await expect(judged.getByRole('group', { name: '期刊封面' }).locator('.error').first()).toContainText('单位公章');
});

// Every category before anything is typed, and with all its problems shown (R14), on a phone and on a desktop.
import { isAccessible, isAccessibleEverywhere } from './accessible.ts';
import { openSection, sections, signIn } from './actors.ts';
import { expect, setClock, test } from './cloud.ts';
import { addRows, namesWhatIsMissing } from './missing.ts';

/** Asks nothing of everybody. */
const MAY_STAY_EMPTY = ['exceptional_case', 'other_proof'];

/** Questions that hardly anybody is asked: category, the answers that bring it up, and one thing of it. */
const RARE: [string, [question: string, answer: string][], string][] = [
  ['basic_info', [['申报方式', '转评']], '转岗时间'],
  ['basic_info', [['申报方式', '第二职称'], ['是否破格申报', '是']], '已有职称取得时间'],
  ['current_title', [['无职称申报', '是'], ['无职称申报证明方式', '劳动合同及对应的社保缴费证明']], '与劳动合同对应的社保缴费证明'],
  ['current_title', [['无职称申报证明方式', '事业单位入编（聘任合同）']], '事业单位入编证明'],
  ['exceptional_case', [['破格类别', '破资历']], '破格申报报告'],
  ['discipline', [['是否受过处分', '是']], '作出处分的机关（单位）'],
];

test('r14 every category names what is missing', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('start', 'P2');
  await signIn(page, cloud, who.mobile);
  for (const section of await sections(cloud)) {
    const form = await openSection(page, who.application, section.id);
    await expect(form.locator('.error')).toHaveCount(0);
    await isAccessibleEverywhere(page);
    await addRows(form, section);
    await expect(form.locator('.save-done')).toBeVisible();
    if (MAY_STAY_EMPTY.includes(section.id)) await openSection(page, who.application, section.id, section.id);
    else await namesWhatIsMissing(page, who.application, section);
    await isAccessibleEverywhere(page);
  }
  await page.goto(`/applications/${who.application}/submit`);
  await expect(page.locator('#problems-title')).toBeVisible();
  await isAccessibleEverywhere(page);
});

test('r19 r26 r55 what only some are asked names what is missing too', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('start', 'P2');
  await signIn(page, cloud, who.mobile);
  const all = await sections(cloud);
  for (const [id, answers, asked] of RARE) {
    const section = all.find((candidate) => candidate.id === id)!;
    const form = await openSection(page, who.application, id);
    for (const [question, answer] of answers) {
      const choices = form.getByRole('group', { name: new RegExp(`^${question}\\s*(必填)?$`) });
      await choices.getByRole('radio', { name: answer }).check();
    }
    await addRows(form, section);
    await expect(form.locator('.field, .slot').filter({ hasText: asked }).first()).toBeVisible();
    await expect(form.locator('.save-done')).toContainText('已保存');
    await isAccessibleEverywhere(page);
    await namesWhatIsMissing(page, who.application, section);
    await isAccessibleEverywhere(page);
  }
});

test('no page on the way to the form breaks the accessibility rules', async ({ page, cloud }) => {
  await setClock(cloud, '2020-08-03T09:00:00+08:00');
  const who = await cloud.newcomer('start', 'P6');
  await signIn(page, cloud, who.mobile);
  for (const path of ['/home', '/start', '/nowhere']) {
    await page.goto(path);
    await expect(page.locator('.loading')).toHaveCount(0);
    await isAccessible(page);
  }
});

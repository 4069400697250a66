// All fifteen categories for the five identities and the four titles: filled in through the pages, looked at on a
// phone and on a desktop, submitted.
import type { Locator, Page } from '@playwright/test';
import { isAccessibleEverywhere } from './accessible.ts';
import { fillAll, openSection, register, sections, start, submit } from './actors.ts';
import { expect, setClock, test } from './cloud.ts';
import type { Section } from './form.ts';

const JOURNAL_SLOTS = ['国家新闻出版署网站查询结果截图', '期刊封面', '期刊目录', '期刊版权页', '论文全文'];

interface Identity {
  key: string;
  nature: string;
  title: string;
  /** Not of a state unit: proves education and insurance himself (R21, R22, R56). */
  isNonPublic: boolean;
}

const IDENTITIES: Identity[] = [
  { key: 'P1', nature: '国有企业', title: '高级工程师', isNonPublic: false },
  { key: 'P5', nature: '事业单位', title: '正高级工程师', isNonPublic: false },
  { key: 'P6', nature: '非公单位（民营企业）', title: '助理工程师', isNonPublic: true },
  { key: 'P10', nature: '非公单位（社会组织）', title: '工程师', isNonPublic: true },
  { key: 'P8', nature: '机关事业单位非编', title: '工程师', isNonPublic: false },
];

test.describe.configure({ mode: 'parallel' });

const slot = (form: Locator, label: string) => form.getByRole('group', { name: label });
const field = (form: Locator, id: string) => form.locator(`[id="${id}"]`);

/** Checks of each section: what it must and must not ask of this identity and title; the others ask everybody the same. */
const ASKED: Record<string, (form: Locator, who: Identity) => Promise<void>> = {
  async basic_info(form, { nature, title }) {
    await expect(field(form, 'basic_info--identity_nature').locator('option:checked')).toHaveText(nature);
    await expect(field(form, 'basic_info--target_title')).toContainText(title);
    await expect(form.getByRole('radio', { name: '晋升' })).toBeChecked();
    await expect(form.getByText('定向评价定向使用')).toHaveCount(0);
  },
  async education(form, { isNonPublic }) {
    const n = isNonPublic ? 1 : 0;
    await expect(form.getByRole('group', { name: '学信网是否可查' })).toHaveCount(n);
    await expect(slot(form, '学信网学历查询结果截图')).toHaveCount(n);
    await expect(slot(form, '教育部学历证书电子注册备案表')).toHaveCount(n);
    if (!isNonPublic) await expect(form.locator('input[type=file]')).toHaveCount(0);
  },
  async current_title(form, { title }) {
    const isFirst = title === '助理工程师';
    const noTitle = field(form, 'current_title--no_title_application');
    await expect(noTitle.getByRole('radio')).toHaveCount(isFirst ? 0 : 2);
    if (isFirst) await expect(noTitle.locator('.field-value')).toHaveText('否');
    await expect(form.getByText('取得时间（授予时间）')).toHaveCount(isFirst ? 0 : 1);
    await expect(slot(form, '职称证书原件扫描件')).toHaveCount(isFirst ? 0 : 1);
  },
  async continuing_education(form) {
    await expect(form.getByText('合格证明提示').first()).toBeVisible();
    await expect(form.locator('input[type=file]')).toHaveCount(0);
  },
  async publications(form) {
    for (const label of JOURNAL_SLOTS) await expect(slot(form, label).locator('.file-card')).toHaveCount(1);
    await expect(form.locator('.slot')).toHaveCount(JOURNAL_SLOTS.length);
  },
  async exceptional_case(form) {
    await expect(form).toContainText('本项无');
  },
  async social_insurance(form, { isNonPublic }) {
    await expect(slot(form, '个人社保缴费清单原件扫描件')).toHaveCount(isNonPublic ? 1 : 0);
    await expect(form.locator('.not-required')).toHaveCount(isNonPublic ? 0 : 1);
  },
  async other_proof(form, { title }) {
    await expect(slot(form, '承诺书（个人亲笔签名）')).toHaveCount(title === '正高级工程师' ? 1 : 0);
    await expect(slot(form, '其他证明材料')).toHaveCount(1);
  },
};

/** Not asked, or nothing is needed: `无需填写` in the list is then as good as `已完成`. */
function isDone(section: Section, { isNonPublic }: Identity): RegExp {
  if (section.id === 'exceptional_case') return /无需填写/;
  if (section.id === 'social_insurance') return isNonPublic ? /已完成/ : /无需填写/;
  return section.id === 'other_proof' ? /已完成|无需填写/ : /已完成/;
}

async function looksRight(page: Page, application: string, section: Section, number: number, who: Identity) {
  const form = await openSection(page, application, section.id, section.id);
  expect(await form.locator('.error').allInnerTexts()).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${number}．${section.title}`);
  await expect(form.locator('.section-help p').first()).not.toBeEmpty();
  const entry = page.locator('.section-entry').nth(number - 1);
  await expect(entry.getByRole('link')).toHaveAttribute('aria-current', 'page');
  await expect(entry.locator('.section-entry-state')).toHaveText(isDone(section, who));
  await ASKED[section.id]?.(form, who);
}

for (const identity of IDENTITIES) {
  test(`r13 r21 r22 r24 r39 r56 r62 fifteen categories: ${identity.nature}, ${identity.title}`, async ({ page, cloud }) => {
    await setClock(cloud, '2020-08-03T09:00:00+08:00');
    const who = await cloud.newcomer('person', identity.key);
    await register(page, cloud, who);
    const application = await start(page, cloud, who);
    await fillAll(page, cloud, application, who);
    for (const [index, section] of (await sections(cloud)).entries()) {
      await looksRight(page, application, section, index + 1, identity);
      await isAccessibleEverywhere(page);
    }
    await page.goto(`/applications/${application}/submit`);
    await expect(page.locator('#problems-title')).toHaveCount(0);
    await expect(page.locator('.file-list li').first()).toBeVisible();
    await isAccessibleEverywhere(page);
    await submit(page, application);
  });
}

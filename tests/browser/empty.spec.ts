// Every category before anything is typed, and with all its problems shown (R14), on a phone and on a desktop.
import type { Locator, Page } from '@playwright/test';
import { isAccessible, isAccessibleEverywhere } from './accessible.ts';
import { openSection, sections, signIn } from './actors.ts';
import { expect, setClock, test } from './cloud.ts';
import type { Section } from './form.ts';

/** Asks nothing of everybody. */
const MAY_STAY_EMPTY = ['exceptional_case', 'other_proof'];

/** An empty row in every group that takes rows, so that their fields are judged too. */
async function addRows(form: Locator, section: Section) {
  for (const group of section.groups.filter((candidate) => !candidate.fixed_rows)) {
    const part = form.locator(`[id="${section.id}--${group.id}"]`);
    if ((await part.count()) === 0) continue;
    await part.getByRole('button', { name: /^添加/ }).click();
    await expect(part.locator('fieldset.row-card')).toHaveCount(1);
  }
}

/** Labels of required fields and slots without an answer and without an error. */
async function unsaid(form: Locator): Promise<string[]> {
  return form.evaluate((element) => {
    const isAnswered = (place: Element) => {
      const boxes = [...place.querySelectorAll('input:not([type=file]):not([type=search]), select, textarea')];
      return boxes.some((box) => {
        const input = box as HTMLInputElement;
        return ['radio', 'checkbox'].includes(input.type) ? input.checked : input.value !== '';
      });
    };
    const places = [...element.querySelectorAll('.field, .slot')];
    const asked = places.filter((place) => place.querySelector(':scope > :is(label, legend, .slot-label) .required'));
    const silent = asked.filter((place) => !isAnswered(place) && !place.querySelector('.file-card, .error'));
    return silent.map((place) => place.querySelector('label, legend, .slot-label')!.textContent!);
  });
}

async function namesWhatIsMissing(page: Page, application: string, section: Section) {
  const form = await openSection(page, application, section.id, section.id);
  if (MAY_STAY_EMPTY.includes(section.id)) return;
  await expect(form.locator('.error').first()).toBeVisible();
  expect(await unsaid(form), section.id).toEqual([]);
}

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
    await namesWhatIsMissing(page, who.application, section);
    await isAccessibleEverywhere(page);
  }
  await page.goto(`/applications/${who.application}/submit`);
  await expect(page.locator('#problems-title')).toBeVisible();
  await isAccessibleEverywhere(page);
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

// Fills a category through its page, as a person would: typing, ticking, choosing, uploading.
import { expect, type Locator, type Page } from '@playwright/test';
import type { SectionData } from './cloud.ts';
import { png } from './scans.ts';

interface Field {
  id: string;
  kind: string;
  locked: boolean;
}

interface Slot {
  id: string;
  one_of: string | null;
}

interface Group {
  id: string;
  row_name: string;
  fixed_rows: string | null;
  fields: Field[];
  slots: Slot[];
}

export interface Section {
  id: string;
  title: string;
  filled_by: 'Applicant' | 'Unit';
  fields: Field[];
  groups: Group[];
  slots: Slot[];
}

export interface Pack {
  sections: Section[];
  specialties: { id: string; name: string }[];
  titles: { id: string; name: string }[];
  industries: { value: string; label: string }[];
}

const byId = (scope: Page | Locator, id: string) => scope.locator(`[id="${id}"]`);

/** Everything that `data` says of the section; the form stands in `scope`. */
export async function fillSection(page: Page, scope: Locator, section: Section, data: SectionData) {
  for (const field of section.fields) {
    await setField(scope, `${section.id}--${field.id}`, field, data.values[field.id]);
  }
  for (const group of section.groups) {
    if ((await byId(scope, `${section.id}--${group.id}`).count()) === 0) continue;
    for (const [index, row] of (data.groups[group.id] ?? []).entries()) {
      const card = await rowCard(scope, section, group, index, row.id);
      const anchor = await card.getAttribute('id');
      for (const field of group.fields) await setField(scope, `${anchor}--${field.id}`, field, row.values[field.id]);
    }
  }
  await expect(scope.locator('.save-state.save-done').first()).toBeVisible();
  await uploadScans(page, scope, section);
}

/** A row that is laid out, or one that is added by its button. */
async function rowCard(scope: Locator, section: Section, group: Group, index: number, id: string) {
  if (group.fixed_rows) return byId(scope, `${section.id}--${group.id}--${id}`);
  const part = byId(scope, `${section.id}--${group.id}`);
  const cards = part.locator('fieldset.row-card');
  if ((await cards.count()) <= index) await part.getByRole('button', { name: /^添加/ }).click();
  await expect(cards).toHaveCount(index + 1);
  return cards.nth(index);
}

async function setField(scope: Locator, anchor: string, field: Field, value: string | undefined) {
  const control = byId(scope, anchor);
  if (!value || field.locked || (await control.count()) === 0) return;
  switch (await control.evaluate((element) => element.tagName)) {
    case 'SELECT':
      await control.selectOption(value);
      break;
    case 'FIELDSET':
      for (const one of value.split(',')) await byId(scope, `${anchor}-${one}`).check();
      break;
    case 'INPUT':
    case 'TEXTAREA':
      await setInput(scope, control, anchor, value);
      break;
    default: // A locked field is text.
  }
}

async function setInput(scope: Locator, control: Locator, anchor: string, value: string) {
  if ((await control.getAttribute('type')) === 'checkbox') return control.setChecked(value === 'true');
  const untilNow = byId(scope, `${anchor}-now`);
  if ((await untilNow.count()) > 0) await untilNow.setChecked(value === 'now');
  if (value === 'now') return;
  return control.fill(value);
}

const ASKED = '.slot:has(.slot-label .required), .slot-choice:has(> .slot-choice-hint .required) .slot';

/** One scan for every slot that asks for one; of alternatives the first. */
export async function uploadScans(page: Page, scope: Locator, section: Section) {
  const slots = [...section.slots, ...section.groups.flatMap((group) => group.slots)];
  const answered = new Set<string>();
  for (const place of await scope.locator(ASKED).all()) {
    const anchor = (await place.getAttribute('id'))!;
    const slot = slots.find((candidate) => anchor.endsWith(`--${candidate.id}`))!;
    const alternatives = anchor.replace(/--[^-]+$/, `--${slot.one_of}`);
    if (slot.one_of && answered.has(alternatives)) continue;
    answered.add(alternatives);
    if ((await place.locator('.file-card').count()) > 0) continue;
    await place.locator('input[type=file]').setInputFiles(png());
    await expect(place.locator('.file-card')).toHaveCount(1);
    await describe(page, place.locator('.file-card'));
  }
}

/** Kind, description and mark, where the slot asks for them. */
async function describe(page: Page, card: Locator) {
  const said = async (act: () => Promise<unknown>) => {
    const answer = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await act();
    expect((await answer).status()).toBe(200);
  };
  const kind = card.locator('select');
  if ((await kind.count()) > 0) await said(() => kind.selectOption({ index: 1 }));
  const mark = card.locator('input[type=checkbox]');
  if ((await mark.count()) > 0) await said(() => mark.check());
}

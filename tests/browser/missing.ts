// A form that was begun and left: its empty rows, and what it says is missing.
import type { Locator, Page } from '@playwright/test';
import { openSection } from './actors.ts';
import { expect } from './cloud.ts';
import type { Section } from './form.ts';

/** An empty row in every group that takes rows and has none, so that their fields are judged too. */
export async function addRows(form: Locator, section: Section) {
  for (const group of section.groups.filter((candidate) => !candidate.fixed_rows)) {
    const part = form.locator(`[id="${section.id}--${group.id}"]`);
    const cards = part.locator('fieldset.row-card');
    if ((await part.count()) === 0 || (await cards.count()) > 0) continue;
    await part.getByRole('button', { name: /^添加/ }).click();
    await expect(cards).toHaveCount(1);
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

/** The form with everything that is missing said; it asks for something. */
export async function namesWhatIsMissing(page: Page, application: string, section: Section) {
  const form = await openSection(page, application, section.id, section.id);
  await expect(form.locator('.error').first()).toBeVisible();
  expect(await unsaid(form), section.id).toEqual([]);
}

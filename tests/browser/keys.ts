// A person without a mouse: goes on by Tab, looks where the focus is, types.
import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const MAX_STOPS = 400;

/** Where the focus is, and what is wrong with it as one can see. */
interface Stop {
  name: string;
  /** Ids of the element and of what holds it. */
  within: string[];
  faults: string[];
}

/** The element with the focus: told by its frame, on the screen, and not under something else. */
function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement!;
    // A hidden input shows its focus on the label that stands for it.
    const shown = [element, element.closest('.choice'), element.nextElementSibling];
    const isFramed = (candidate: Element | null) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    // The button that opens a calendar lies inside its box and is framed by the browser.
    const isPicker = element.matches('input:not(:focus)');
    const framed = isPicker ? element : shown.find(isFramed);
    const faults: string[] = [];
    if (!framed) faults.push('no visible focus');
    const box = (framed ?? element).getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
    const top = document.elementFromPoint(x, y);
    if (!top) faults.push('outside the window');
    else if (!(framed ?? element).contains(top) && !top.contains(framed ?? element)) {
      faults.push(`under ${top.className}`);
    }
    const within: string[] = [];
    for (let holder: Element | null = element; holder; holder = holder.parentElement) within.push(holder.id);
    const name = element.getAttribute('aria-label') ?? element.id ?? '';
    return { name: `${element.tagName} ${name || element.textContent!.slice(0, 30)}`, within, faults };
  });
}

async function visibleStop(page: Page): Promise<Stop> {
  const here = await stop(page);
  expect(here.faults, here.name).toEqual([]);
  return here;
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** By Tab to this control, from wherever the focus is. */
export async function tabTo(page: Page, target: Locator, key = 'Tab') {
  for (let n = 0; n < MAX_STOPS; n += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
    if (!(await page.evaluate(() => document.activeElement === document.body))) await visibleStop(page);
  }
  throw new Error(`no way by ${key} to ${target}`);
}

/** Presses a button or a link. */
export async function pressEnter(page: Page, target: Locator, key = 'Tab') {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

export async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await expect(target).toHaveValue(text);
}

/** `2019-05-20` into a date box, whose parts stand in the order of Chromium's own language. */
export async function typeDate(page: Page, target: Locator, date: string) {
  await tabTo(page, target);
  const [year, month, day] = date.split('-');
  for (const parts of [[month, day, year], [year, month, day]]) {
    for (const [n, part] of parts.entries()) {
      await page.keyboard.type(part);
      // Only a year may be longer, and waits to be left.
      if (part === year && n < 2) await page.keyboard.press('ArrowRight');
    }
    if ((await target.inputValue()) === date) return;
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowLeft');
  }
  await expect(target).toHaveValue(date);
}

/** The first option, of a list or of a few buttons. */
export async function chooseFirst(page: Page, target: Locator) {
  const isList = await target.evaluate((element) => element.tagName === 'SELECT');
  const first = isList ? target : target.getByRole('radio').first();
  await tabTo(page, first);
  await page.keyboard.press(isList ? 'ArrowDown' : 'Space');
  if (isList) await expect(target).not.toHaveValue('');
  else await expect(first).toBeChecked();
}

/** A box that is not as it should be is turned by the space bar. */
export async function tick(page: Page, target: Locator, ticked: boolean) {
  await tabTo(page, target);
  if ((await target.isChecked()) !== ticked) await page.keyboard.press('Space');
  await expect(target).toBeChecked({ checked: ticked });
}

/** Chooses a file with the input that has the focus. */
export async function upload(page: Page, target: Locator, file: { name: string; mimeType: string; buffer: Buffer }) {
  await tabTo(page, target);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
}

/** All stops from the top of the page to its end, each visible. */
export async function walk(page: Page): Promise<void> {
  await page.evaluate(() => {
    // The next stop is counted from the element that had the focus last.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    document.querySelectorAll('[data-stop]').forEach((element) => element.removeAttribute('data-stop'));
  });
  for (let n = 0; n < MAX_STOPS; n += 1) {
    await page.keyboard.press('Tab');
    const isOver = await page.evaluate((n) => {
      const element = document.activeElement!;
      if (element === document.body || element.getAttribute('data-stop') === '0') return true;
      if (!element.hasAttribute('data-stop')) element.setAttribute('data-stop', String(n));
      return false;
    }, n);
    if (isOver) return;
    await visibleStop(page);
  }
  throw new Error('the focus never comes to the end of the page');
}

/** Controls that can be used with a mouse but was not a stop of `walk`, and stops that come before one that stands above. */
export function outOfOrder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')];
    const isUsable = (element: HTMLElement) =>
      !element.matches(':disabled') && element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    // Of a set of radio buttons one is a stop, the arrows do the rest.
    const isRepresented = (element: HTMLElement) =>
      element.matches('input[type=radio]') &&
      all.some((other) => other.hasAttribute('data-stop') && other.getAttribute('name') === element.getAttribute('name'));
    const usable = all.filter(isUsable);
    const missed = usable.filter((element) => !element.hasAttribute('data-stop') && !isRepresented(element));
    const stops = usable.filter((element) => element.hasAttribute('data-stop'));
    const late = stops.filter((element, i) => i > 0 && Number(element.dataset.stop) < Number(stops[i - 1].dataset.stop));
    // Below each other as read: the next row of controls starts under the one before, or further along it.
    const inMain = stops.filter((element) => element.closest('.section-main form'));
    const box = (element: HTMLElement) => element.getBoundingClientRect();
    const jumps = inMain.filter((element, i) => i > 0 && box(element).bottom <= box(inMain[i - 1]).top);
    const words = (element: HTMLElement) => element.id || element.textContent || element.tagName;
    return [
      ...missed.map((element) => `never reached: ${words(element)}`),
      ...late.map((element) => `out of turn: ${words(element)}`),
      ...jumps.map((element) => `jumps up: ${words(element)}`),
    ];
  });
}

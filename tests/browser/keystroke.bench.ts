// Keystroke → paint with 40 rows in one section, against an empty Yew input (the sign-in page's) in the same run.
// The site is measured as it was built: `cargo xtask build` makes unoptimised wasm, several times slower.
import type { Locator, Page } from '@playwright/test';
import { signIn } from './actors.ts';
import { test } from './cloud.ts';
import { achievements, save } from './rows.ts';

const TYPED = 'abcdefghijklmnopqrstuvwxyz0123';

/** Milliseconds from each keydown to the end of the next frame. */
async function type(page: Page, field: Locator): Promise<number[]> {
  await field.click();
  await page.keyboard.press('End');
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    document.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
          painted.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (const key of TYPED) {
    await page.keyboard.press(key);
    await page.waitForTimeout(70);
  }
  await page.waitForFunction((n) => (window as unknown as { times: number[] }).times.length >= n, TYPED.length);
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

function at(times: number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function report(what: string, ours: number[], control: number[]) {
  const line = (times: number[]) => [0.5, 0.95, 1].map((part) => at(times, part).toFixed(1)).join(' / ');
  console.log(`${what}: p50 / p95 / worst in ms`);
  console.log(`  ours    ${line(ours)}`);
  console.log(`  control ${line(control)}`);
  console.log(`  ratio   ${(at(ours, 0.5) / at(control, 0.5)).toFixed(2)}`);
}

test('keystroke to paint', async ({ page, cloud }) => {
  await page.goto('/sign-in');
  const control = await type(page, page.getByLabel('身份证号或手机号码'));

  const { application, mobile } = await cloud.newcomer('start', 'P2');
  await signIn(page, cloud, mobile);
  const rows = achievements(40);
  await save(page, application, 'achievements', { groups: { rows } });
  await page.goto(`/applications/${application}/sections/achievements`);
  const row = page.locator(`[id="achievements--rows--${rows[19].id}--source"]`);
  report('row 20 of 40', await type(page, row), control);

  await save(page, application, 'work_summary', { values: { summary: '总'.repeat(5000) } });
  await page.goto(`/applications/${application}/sections/work_summary`);
  report('5000 characters', await type(page, page.locator('textarea').first()), control);
});

// Somebody who types, what keeps his text from the server, and what his browser holds of it.
import type { BrowserContext, Page } from '@playwright/test';
import { openSection, signIn } from './actors.ts';
import { expect, type Cloud, type Newcomer } from './cloud.ts';
import { stored } from './rows.ts';

export const SAVES = '**/api/applications/*/sections/*';

export const work = (page: Page) => page.getByLabel('现从事专业技术工作');
export const state = (page: Page) => page.locator('.save-state').first();
export const restored = (page: Page) => page.getByText('已恢复本机未保存的内容');
export const saved = (page: Page) => expect(page.locator('.save-state.save-done').first()).toContainText('已保存');

export async function typist(page: Page, cloud: Cloud): Promise<Newcomer> {
  const who = await cloud.newcomer('start', 'P1');
  await signIn(page, cloud, who.mobile);
  await openSection(page, who.application, 'basic_info');
  return who;
}

export async function onServer(page: Page, who: Newcomer): Promise<string | undefined> {
  return (await stored(page, who.application, 'basic_info')).values.current_work;
}

/** Loses the requests that a page sends while it goes. Playwright sees such a request, but cannot stop it. */
export async function losesLastWords(context: BrowserContext) {
  await context.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (request, init) =>
      request instanceof Request && request.keepalive ? new Promise(() => {}) : send(request, init);
  });
}

/** No save ever leaves this page. A request that Playwright holds may still go out when its page is closed. */
export async function losesSaves(page: Page) {
  await page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (request, init) => {
      if (!(request instanceof Request && request.method === 'PUT')) return send(request, init);
      return request.keepalive ? new Promise(() => {}) : Promise.reject(new TypeError('Failed to fetch'));
    };
  });
}

/** No save reaches the server until the answer is called. */
export async function cutSaves(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(SAVES, (route) => route.abort());
  return () => context.unroute(SAVES);
}

interface Journal {
  records: string[];
  /** The records as the page itself reads them, which has the key. */
  opened: string[];
  keys: { extractable: boolean }[];
}

/** The records of the browser's store, as anybody at this machine could read it. */
export function journal(page: Page): Promise<Journal> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('drafts'));
    const stores = database.transaction(['keys', 'records']);
    const keys = await done<CryptoKey[]>(stores.objectStore('keys').getAll());
    const records = await done<Uint8Array[]>(stores.objectStore('records').getAll());
    const names = await done<IDBValidKey[]>(stores.objectStore('records').getAllKeys());
    database.close();
    const texts = records.map((bytes, i) => `${names[i]} ${new TextDecoder('utf-8', { fatal: false }).decode(bytes)}`);
    const open = async (bytes: Uint8Array, i: number) => {
      const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: new TextEncoder().encode(`${names[i]}`) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, keys[0], bytes.slice(12)));
    };
    const opened = keys.length === 1 ? await Promise.all(records.map(open)) : [];
    return { records: texts, opened, keys: keys.map((key) => ({ extractable: key.extractable })) };
  });
}

/** One record, and the last letter is in it. */
export async function isKept(page: Page, text: string) {
  await expect.poll(async () => (await journal(page)).opened.join()).toContain(text);
  expect((await journal(page)).records).toHaveLength(1);
}

export const isForgotten = (page: Page) => expect.poll(async () => (await journal(page)).records.length).toBe(0);

/** Chromium reports every request that a test cuts off. */
export function expectFailures(problems: string[]) {
  expect(problems.splice(0).filter((problem) => !/net::ERR_|status of 503/.test(problem))).toEqual([]);
}

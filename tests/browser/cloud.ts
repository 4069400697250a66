// A seeded cloud of its own for every worker: the real functions behind the emulators, in memory.
import { test as base, expect, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Account {
  role: string;
  organisation: string;
  name: string;
  login: string;
  password: string;
}

/** A fixture person with what he would write into the forms. */
export interface Person {
  key: string;
  name: string;
  id_number: string;
  mobile: string;
  target_title: string;
  industry: string;
  committee: string;
  specialty: string;
  unit: string;
  answers: Record<string, SectionData>;
}

export interface SectionData {
  values: Record<string, string>;
  groups: Record<string, { id: string; values: Record<string, string> }[]>;
}

/** Somebody whom no other test knows. */
export interface Newcomer extends Person {
  /** The id of his application; empty if he is only a `person`. */
  application: string;
}

/** Not registered; registered with an application started, filled in without the browser, submitted as well, or sent
 * back by the unit, which asks for something in 个人基本信息; or with the series office, the clock a week later. */
export type Wish = 'person' | 'start' | 'fill' | 'submit' | 'return' | 'series';

export interface Cloud {
  url: string;
  accounts: Account[];
  people: Person[];
  /** Somebody new, of the unit and with the wishes of the person with this key. */
  newcomer(wish: Wish, key: string): Promise<Newcomer>;
}

async function start(): Promise<{ cloud: Cloud; process: ChildProcess }> {
  const program = process.env.WORLD;
  if (!program) throw new Error('run the browser tests with `cargo xtask test browser`');
  const child = spawn(program, ['serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout! });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}`)));
  });
  ended.catch(() => {}); // It ends after the last test too, when nobody waits.
  // One answer for one request: requests wait for each other.
  let before: Promise<unknown> = Promise.resolve();
  const ask = (request?: string) => {
    const answer = before.then(() => {
      const line = new Promise<string>((resolve) => lines.once('line', resolve));
      if (request) child.stdin!.write(`${request}\n`);
      return Promise.race([line, ended]);
    });
    before = answer.catch(() => {});
    return answer;
  };
  const told = JSON.parse(await ask());
  const newcomer = async (wish: Wish, key: string) => JSON.parse(await ask(`${wish} ${key}`)) as Newcomer;
  return { cloud: { ...told, newcomer }, process: child };
}

export const test = base.extend<{ problems: string[] }, { cloud: Cloud }>({
  cloud: [
    async ({}, use) => {
      const { cloud, process } = await start();
      await use(cloud);
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.stdin!.end();
      await ended;
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ cloud }, use) => use(cloud.url),
  // Every test fails on an error in the browser's console that it did not expect.
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      watch(page, problems);
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export function watch(page: Page, problems: string[]) {
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // A refusal (4xx) is the product's answer, and Chromium reports each as an error.
    const isRefusal = message.text().includes('Failed to load resource') && message.text().includes('status of 4');
    if (message.type() === 'error' && !isRefusal) problems.push(message.text());
  });
}

export { expect };

interface Sms {
  at: string;
  phone: string;
  text: string;
}

/** The messages on the phone of this number, newest first. */
export async function messages(cloud: Cloud, mobile: string): Promise<string[]> {
  const response = await fetch(`${cloud.url}/_local/phone/messages`);
  const all = (await response.json()) as Sms[];
  const mine = all.filter((sms) => sms.phone.endsWith(mobile));
  return mine.sort((a, b) => b.at.localeCompare(a.at)).map((sms) => sms.text);
}

/** The last one-time code sent to this number. */
export async function code(cloud: Cloud, mobile: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      found = (await messages(cloud, mobile)).map((text) => /验证码(\d{6})/.exec(text)?.[1]).find(Boolean);
      return found;
    })
    .toBeTruthy();
  return found!;
}

/** Lets the minutes go by in which a step can be taken back and its messages wait. */
export async function wait(cloud: Cloud, minutes = 10) {
  const body = new URLSearchParams({ seconds: String(60 * minutes) });
  const response = await fetch(`${cloud.url}/_local/clock/advance`, { method: 'POST', body, redirect: 'manual' });
  expect(response.status).toBeLessThan(400);
}

/** Moves the cloud's clock. */
/** Orders something of the local cloud itself. */
export async function post(url: string, body: unknown) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

export const setClock = (cloud: Cloud, now: string) => post(`${cloud.url}/_local/clock`, { now });

/** Puts a failure in force; `{ kind: 'clear' }` ends them all. */
export const fault = (cloud: Cloud, what: unknown) => post(`${cloud.url}/_local/faults`, what);

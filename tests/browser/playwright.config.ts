// How Playwright runs the browser tests: which specs at which window, three workers, no retries.
import { defineConfig } from '@playwright/test';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** These choose their windows themselves, or need only one. */
const ONCE = ['identities.spec.ts', 'empty.spec.ts', 'keyboard.spec.ts', 'pack.spec.ts', 'qinghe.spec.ts', 'rules.spec.ts'];

/** The narrow window is the harder one for these; a path from registration to payment walks once at each size. */
const PHONE = ['choice.spec.ts', 'drafts.spec.ts', 'language.spec.ts', 'lookups.spec.ts', 'material.spec.ts', 'reload.spec.ts', 'returned-to-unit.spec.ts', 'saving.spec.ts', 'scans.spec.ts'];

export default defineConfig({
  testDir: '.',
  fullyParallel: false,
  // A test waits more than it works: one more than the processors keeps them busy.
  workers: 3,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    actionTimeout: 15_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: process.env.CHROMIUM, headless: true, args },
  },
  projects: [
    { name: 'once', testMatch: ONCE, use: { viewport: { width: 1280, height: 900 } } },
    { name: 'phone', testIgnore: ONCE, grepInvert: /r65 the home page/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: 'desktop', testIgnore: [...ONCE, ...PHONE], grepInvert: /r12 r71 engineer of/, use: { viewport: { width: 1280, height: 900 } } },
  ],
});

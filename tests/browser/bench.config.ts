// Figures, not tests: `npx playwright test -c bench.config.ts`.
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig({
  ...base,
  testMatch: /\.bench\.ts$/,
  workers: 1,
  projects: [{ name: 'desktop', use: { viewport: { width: 1280, height: 900 } } }],
});

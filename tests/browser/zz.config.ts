import base from './playwright.config.ts';
export default { ...base, use: { ...base.use, bypassCSP: true } };

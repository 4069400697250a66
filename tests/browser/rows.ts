// A section with many rows, saved without its page.
import type { Page } from '@playwright/test';

interface Stored {
  revision: number;
  data: { values: Record<string, string>; groups: Record<string, Row[]> };
}

export interface Row {
  id: string;
  values: Record<string, string>;
}

const A_ROW = {
  start: '2018-03',
  end: '2019-06',
  content: '完成方案设计、施工图审查和现场技术服务。',
  own_role: '技术负责人，主持总体设计',
  own_rank: '1',
  team_size: '6',
  effect: '通过验收，年节约成本三十万元。',
};

/** So many 工作业绩 named 项目1, 项目2, … */
export function achievements(n: number): Row[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}`,
    values: { ...A_ROW, name: `项目${i + 1}` },
  }));
}

/** Saves over what is there, as the signed-in person of the page. */
export async function save(page: Page, application: string, section: string, data: Partial<Stored['data']>) {
  const status = await page.evaluate(
    async ([application, section, data]) => {
      const read = await fetch(`/api/applications/${application}`);
      const had = (await read.json()).sections[section] ?? { revision: 0, data: { values: {}, groups: {} } };
      const body = JSON.stringify({ revision: had.revision, data: { ...had.data, ...data } });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/api/applications/${application}/sections/${section}`, { method: 'PUT', headers, body })).status;
    },
    [application, section, data] as const,
  );
  if (status !== 200) throw new Error(`the save of ${section} was answered ${status}`);
}

/** The section's data as the server holds it. */
export async function stored(page: Page, application: string, section: string): Promise<Stored['data']> {
  return page.evaluate(
    async ([application, section]) => {
      const read = await fetch(`/api/applications/${application}`);
      return (await read.json()).sections[section].data;
    },
    [application, section] as const,
  );
}

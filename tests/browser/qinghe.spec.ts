// Another city's pack in the browser: its name, its choices, and the categories that Liuzhou does not have.
import { isAccessibleEverywhere } from './accessible.ts';
import { openSection, register, sections, start } from './actors.ts';
import { expect, setClock, test as base, type Cloud, type SectionData } from './cloud.ts';
import { fillSection } from './form.ts';
import { addRows, namesWhatIsMissing } from './missing.ts';

const PACK = 'example-city-2026';

/** Nobody reviews 正高级 there, so it has no fee. */
const BATCH = {
  pack: PACK,
  open_on: '2026-08-17',
  personal_deadline: '2026-09-18',
  unit_deadline: '2026-10-16',
  supervisor_deadline: '2026-10-23',
  county_deadline: '2026-11-06',
  series_deadline: '2026-11-20',
  payment_deadline: '2026-12-15',
  final_correction_deadline: '2026-11-20',
  fees_fen: { Junior: 8_000, Middle: 14_000, DeputySenior: 28_000 },
};

const PROJECT = {
  name: '焊装线机器人离线编程',
  project_no: 'QH2023-017',
  level: 'City',
  start: '2023-03',
  end: '2024-12',
  own_role: '主持',
};

const OWN: Record<string, SectionData> = {
  research_projects: {
    values: {},
    groups: { rows: [{ id: '1', values: PROJECT }] },
  },
  memberships: {
    values: {},
    groups: { rows: [{ id: '1', values: { organisation: '清河市机械工程学会', post: '理事', start: '2022-05', end: 'now' } }] },
  },
  masterpiece: {
    values: {
      kind: 'Paper',
      title: '六轴机器人焊缝跟踪方法',
      completed_on: '2024-06-20',
      contribution: '提出焊缝偏差的在线补偿算法并完成现场验证。'.repeat(5),
    },
    groups: {},
  },
};

/** A cloud of its own: its clock runs six years later. Any series office may open a batch, and Liuzhou's is there. */
const test = base.extend<object, { cloud: Cloud }>({
  cloud: [
    async ({ cloud }, use) => {
      await setClock(cloud, '2026-09-01T09:00:00+08:00');
      await openBatch(cloud);
      await use(cloud);
    },
    { scope: 'worker' },
  ],
});

async function openBatch(cloud: Cloud) {
  const office = '柳州市经济专业工程技术人员职称改革工作领导小组';
  const { login, password } = cloud.accounts.find((account) => account.organisation === office)!;
  const send = (method: string, path: string, body: unknown, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie };
    return fetch(`${cloud.url}${path}`, { method, headers, body: JSON.stringify(body) });
  };
  const session = await send('POST', '/api/sessions', { login, password });
  const cookie = session.headers.getSetCookie()[0].split(';')[0];
  const opened = await send('PUT', `/api/batches/${PACK}`, BATCH, cookie);
  expect(opened.status, await opened.text()).toBe(200);
}

test('an engineer of another city fills in the categories that only it has', async ({ page, cloud }) => {
  const like = await cloud.newcomer('person', 'P10');
  const who = { ...like, target_title: 'Engineer', industry: 'SmartManufacturing', specialty: 'robotics' };
  await register(page, cloud, who);
  await expect(page).toHaveTitle(/清河市职称申报服务平台/);
  const application = await start(page, cloud, who, '', PACK);
  const own = (await sections(cloud, PACK)).slice(9, 12);
  expect(own.map((section) => section.title)).toEqual(['科研项目（课题）', '学术团体及社会兼职', '代表作']);
  for (const [index, section] of own.entries()) {
    const form = await openSection(page, application, section.id);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${10 + index}．${section.title}`);
    await addRows(form, section);
    await namesWhatIsMissing(page, application, section);
    await isAccessibleEverywhere(page);
    await fillSection(page, form, section, OWN[section.id]);
    await expect(form.locator('.error')).toHaveCount(0);
    await expect(page.locator('.section-entry').nth(9 + index).locator('.section-entry-state')).toHaveText(/已完成/);
    await isAccessibleEverywhere(page);
  }
});

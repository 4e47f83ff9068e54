import { findDatabaseUrl } from '@eyeline/embedded';
import { type BrowserPage, describeDashboard } from '@eyeline/testing';

import { storeReport } from '../../bench/store-report.js';

// Real: stack, page, browser. Made up: what the report says, for a film of twenty minutes with ten people would take a
// while to look at. What keeps such a page moving, whose times `npm run bench -- --page` measures, is in use here.

const VIDEO = { faces: 10, frames: 6000, framesPerS: 5 };

describeDashboard('a report of many frames', {}, (dashboard) => {
  let id: string;

  beforeAll(async () => {
    const folder = dashboard.stack.dataDir;
    const databaseUrl = await findDatabaseUrl({ EYELINE_DATA_DIR: folder }, folder);
    ({ id } = await storeReport({ databaseUrl, folder }, 'default', VIDEO));
  });

  /** Opens the report, and notes the threads that the page starts. */
  const open = async (): Promise<BrowserPage & { threads: string[] }> => {
    const opening = await dashboard.open('/analyses');
    const threads: string[] = [];
    opening.page.on('worker', (worker) => threads.push(new URL(worker.url()).pathname));
    await opening.page.goto(`/analyses/${id}`);
    await opening.page.getByRole('heading', { name: 'Downloads' }).waitFor();
    return { ...opening, threads };
  };

  it('is read by threads beside the page, its frames only when somebody asks', async () => {
    const { page, threads } = await open();
    await page.getByText('60,000 observations: needed for').waitFor();
    expect(threads).toEqual([expect.stringContaining('report.worker')]);
    await page.getByRole('button', { name: 'Load every frame' }).click();
    await page.getByRole('heading', { name: 'At 0:00.0' }).waitFor();
    expect(threads).toEqual([
      expect.stringContaining('report.worker'),
      expect.stringContaining('frames.worker'),
    ]);
    // What a page fetches itself stands in its own list; these two came to the threads.
    const fetched = await page.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`,
    );
    expect(fetched).toContain(`/v1/analyses/${id}`);
    expect(fetched.filter((path) => /\/(report|frames)$/.test(path))).toEqual([]);
  });

  it('shows who is seen where one goes, and the course of each person, from what a thread keeps', async () => {
    const { page, barriers } = await open();
    await page.getByLabel('Whose expressions').selectOption('Person 3');
    // To ask for a person is to ask for the frames.
    await page.getByRole('img', { name: /^The seven emotions of Person 3, from 0:00 to 20:00/ }).waitFor();
    const now = page.locator('.people-now').getByRole('listitem');
    await now.nth(9).waitFor();
    await page.getByRole('slider', { name: 'Time in the video' }).focus();
    await page.keyboard.press('PageUp');
    await page.getByRole('heading', { name: 'At 0:05.0' }).waitFor();
    expect(await now.nth(2).innerText()).toMatch(/^Person 3\s+Disgust \d\d%/);

    await page.getByText('The chart as a table').click();
    const rows = page.getByRole('table').getByRole('row');
    await rows.first().waitFor();
    // A row for each sixtieth, and the head.
    expect(await rows.count()).toBe(61);
    for (let turn = 0; turn < 4; turn++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('img', { name: /^The seven emotions of Person 3, from 0:04 to 1:19/ }).waitFor();
    const more = page.getByRole('button', { name: 'Show 48 more' });
    await more.click();
    const episodes = page.getByRole('button', { name: /^Person \d+ · / });
    await episodes.nth(71).waitFor();
    expect(await episodes.filter({ hasNotText: 'Person 3' }).count()).toBe(0);
    expect(await barriers()).toEqual([]);
  });
});

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { type Browser, chromium, type Page } from 'playwright-core';

import { type LongVideo } from './long-report.js';
import { type MainThread, watchMainThread } from './main-thread.js';
import { type ApiProcess, withApi } from './service-process.js';
import { storeReport } from './store-report.js';

/** Longer tasks keep a page from answering to who uses it. */
export const LIMIT_MS = 50;

/** The peer: whatever the machine and the browser cost by themselves, this one has to pay too. */
const SHORT: LongVideo = { faces: 1, frames: 100, framesPerS: 5 };
const LONG: LongVideo = { faces: 10, frames: 100_000, framesPerS: 5 };

const PATIENCE = { timeout: 240_000 };

export interface PageResult {
  readonly video: LongVideo;
  readonly framesMb: number;
  /** What somebody does with the page, and what that costs its main thread. */
  readonly steps: readonly (MainThread & { readonly what: string })[];
}

/** Reads, scrolls and scrubs the report of a short and of an hours-long video in a real browser, against a real API. */
export const measureReportPage = (onRun: (text: string) => void): Promise<PageResult[]> =>
  withApi({}, async (api) => {
    const browser = await chromium.launch({ executablePath: findChromium() });
    try {
      const results: PageResult[] = [];
      for (const video of [SHORT, LONG]) results.push(await measureOne(api, browser, video, onRun));
      return results;
    } finally {
      await browser.close();
    }
  });

function findChromium(): string {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find(existsSync);
  if (path === undefined) throw new Error('There is no chromium on the PATH; `npm test` installs one.');
  return path;
}

async function measureOne(
  api: ApiProcess,
  browser: Browser,
  video: LongVideo,
  onRun: (text: string) => void,
): Promise<PageResult> {
  const { id, framesBytes } = await storeReport(api, 'default', video);
  const page = await browser.newPage({
    baseURL: `http://127.0.0.1:${api.port}`,
    locale: 'en',
    viewport: { width: 1440, height: 900 },
  });
  const steps: (MainThread & { what: string })[] = [];
  for (const [what, act] of Object.entries(STEPS)) {
    const thread = await watchMainThread(browser, page, () => act(page, id));
    onRun(
      `${video.frames} frames, ${what}: longest task ${thread.longestMs.toFixed(1)} ms ` +
        `(${thread.longestCpuMs.toFixed(1)} ms on a processor, ${thread.mostOfIt})`,
    );
    steps.push({ what, ...thread });
  }
  await page.close();
  return { video, framesMb: framesBytes / 1e6, steps };
}

type Step = (page: Page, id: string) => Promise<unknown>;

const STEPS: Readonly<Record<string, Step>> = {
  // Whichever report it is: the files of the page, their first run.
  'open the dashboard': async (page) => {
    await page.goto('/analyses');
    await page.getByRole('list', { name: 'Analyses' }).waitFor(PATIENCE);
  },
  'open the report': async (page, id) => {
    await page.locator(`a[href="/analyses/${id}"]`).first().click();
    await page.getByRole('heading', { name: 'Downloads' }).waitFor(PATIENCE);
    await page.locator('.uplot').waitFor(PATIENCE);
  },
  'read every frame': async (page) => {
    const load = page.getByRole('button', { name: 'Load every frame' });
    if ((await load.count()) > 0) await load.click();
    await page.getByRole('heading', { name: /^At 0:00/ }).waitFor(PATIENCE);
  },
  'scroll to the end and back': async (page) => {
    await page.mouse.move(700, 450);
    for (const direction of [1, -1]) {
      for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, direction * 200);
    }
  },
  'drag through the chart': async (page) => {
    const chart = page.locator('.emotion-chart');
    await chart.scrollIntoViewIfNeeded();
    const box = (await chart.boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 20, box.y + 120, { steps: 120 });
    await page.mouse.up();
  },
  'step with the keys': async (page) => {
    const time = page.getByRole('slider', { name: 'Time in the video' });
    await time.focus();
    for (let press = 0; press < 60; press++) await page.keyboard.press(press % 2 ? 'ArrowLeft' : 'PageDown');
  },
  'zoom in and out': async (page) => {
    for (let turn = 0; turn < 10; turn++) await page.getByRole('button', { name: 'Zoom in' }).click();
    for (let turn = 0; turn < 5; turn++) await page.getByRole('button', { name: 'Zoom out' }).click();
  },
  'drag the time while zoomed in': async (page) => {
    const time = page.getByRole('slider', { name: 'Time in the video' });
    const box = (await time.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 10, box.y + box.height / 2, { steps: 60 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Show all of it' }).click();
  },
  'switch between people': async (page) => {
    const whose = page.getByLabel('Whose expressions');
    const people = (await whose.getByRole('option').allInnerTexts()).slice(1);
    for (const person of [...people, 'Everybody', people[0]]) {
      await whose.selectOption(person);
      await page
        .getByRole('img', { name: new RegExp(`^The seven emotions of ${person}, `, 'i') })
        .waitFor(PATIENCE);
    }
  },
  'draw lines, zoom': async (page) => {
    await page.getByLabel('Drawn as').selectOption('Lines');
    for (let turn = 0; turn < 4; turn++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Show all of it' }).click();
  },
  'open the table, zoom': async (page) => {
    await page.getByText('The chart as a table').click();
    await page.getByRole('row').nth(1).waitFor(PATIENCE);
    for (let turn = 0; turn < 4; turn++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Show all of it' }).click();
  },
  'list more episodes': async (page) => {
    const more = page.getByRole('button', { name: /^Show \d+ more$/ });
    for (let turn = 0; turn < 3 && (await more.count()) > 0; turn++) await more.click();
  },
};

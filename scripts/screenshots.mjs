// `npm run screenshots [-- --folder docs/dashboard] [--language es] [--page live]`: takes a picture of each page of the dashboard, on a
// phone's and on a desktop's width, light and dark, from a real stack with a few analyses. Look at them before you keep them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import sharp from 'sharp';

import { ClipMaker, fixture, openBrowser, startEmbeddedStack } from '../libs/testing/src/index.ts';
import { build } from './build.mjs';
import { runMain, say } from './run-command.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(root, 'docs/dashboard') },
    language: { type: 'string', default: 'en' },
    page: { type: 'string' },
  },
});

const WIDTHS = [390, 1440];
const THEMES = ['light', 'dark'];

/** Of a long page the beginning. */
const MAX_HEIGHT = 3200;

/** The pages, each with what has to be there, or is done, before its picture is taken. */
const listPages = ({ one, two }) => [
  { name: 'home', path: '/', ready: 'main h1' },
  { name: 'analyses', path: '/analyses', ready: 'main li' },
  { name: 'upload', path: '/upload', ready: 'main h1' },
  { name: 'live', path: '/live', ready: 'main h1', prepare: openCamera },
  {
    name: 'report',
    path: `/analyses/${one}`,
    ready: '.uplot',
    prepare: async (page) => {
      await page.locator('.people-now li').first().waitFor();
      await page.locator('.episodes button').nth(3).click();
      await page.locator('.people-now li').first().waitFor();
    },
  },
  { name: 'compare', path: `/compare?a=${one}&b=${two}`, ready: '.uplot >> nth=1' },
  { name: 'operate', path: '/operate', ready: 'main li' },
];

async function openCamera(page) {
  await page.getByRole('switch').first().click();
  await page.locator('main button:not([disabled])').first().click();
  await page.locator('video').waitFor();
  await page.locator('.live-stats').waitFor();
  await page.locator('.eye-light[data-lit]').waitFor();
}

/** Analyses of two clips, a file that is no video, and an endpoint that was told of them. */
async function fill({ client }, receiverPort) {
  const sent = await client.request('/v1/webhook-endpoints', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${receiverPort}/hooks/eyeline` }),
  });
  if (sent.status !== 201) throw new Error(`No endpoint: ${sent.status}`);
  const options = { thumbnails: 'true', retain_video_hours: '24' };
  const one = await client.submit(fixture('average-person.mp4'), { ...options, tag: 'Interview 1' });
  const two = await client.submit(fixture('average-people-2.mp4'), { ...options, tag: 'Interview 2' });
  const { body: none } = await client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'Notes' });
  for (const { id } of [one, two, none]) await client.finish(id);
  return { one: one.id, two: two.id };
}

async function takeAll(browser, pages) {
  for (const { name, path, ready, prepare } of pages) {
    if (values.page !== undefined && values.page !== name) continue;
    for (const width of WIDTHS) {
      for (const colorScheme of THEMES) {
        const viewport = { width, height: width < 600 ? 844 : 900 };
        const { page } = await browser.open(path, {
          ...{ viewport, colorScheme, locale: values.language, reducedMotion: 'reduce' },
        });
        await page.locator(ready).first().waitFor();
        await prepare?.(page);
        await page.evaluate('document.activeElement?.blur()');
        // Fonts, thumbnails, the first frames of a video: there is no one event for all of them.
        await page.waitForLoadState('networkidle');
        await sleep(500);
        // As tall as the page is, so that what sticks to an edge of the window is at that edge of the picture.
        const height = await page.evaluate('document.documentElement.scrollHeight');
        await page.setViewportSize({ width, height: Math.min(height, MAX_HEIGHT) });
        await page.evaluate('scrollTo(0, 0)');
        await sleep(300);
        const png = await page.screenshot();
        await page.context().close();
        await keep(png, `${name}-${width}-${colorScheme}.webp`);
      }
    }
  }
}

async function keep(png, name) {
  const { data, info } = await sharp(png)
    .webp({ quality: 60, effort: 6 })
    .toBuffer({ resolveWithObject: true });
  writeFileSync(join(values.folder, name), data);
  say(`${name}: ${info.width}x${info.height}, ${Math.round(data.length / 1024)} KiB`);
}

/** From then on the installation asks for a key. */
async function makeKey({ client, dataDir }) {
  const child = spawn(process.execPath, ['scripts/keys.mjs', 'create', 'screenshots'], {
    cwd: root,
    env: { ...process.env, EYELINE_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'exit');
  while ((await client.request('/v1/me')).status !== 401) await sleep(200);
}

await runMain(async () => {
  await build();
  mkdirSync(values.folder, { recursive: true });
  const clips = new ClipMaker();
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const stack = await startEmbeddedStack({ WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' });
  try {
    const camera = clips.make(
      'camera.mjpeg',
      ...['-i', fixture('average-person.mp4'), '-an', '-vf', 'scale=1280:720', '-c:v', 'mjpeg', '-q:v', '4'],
    );
    const browser = await openBrowser(stack.client.baseUrl, camera);
    try {
      await takeAll(browser, listPages(await fill(stack, receiver.address().port)));
      await makeKey(stack);
      await takeAll(browser, [{ name: 'sign-in', path: '/sign-in', ready: 'main form' }]);
    } finally {
      await browser.close();
    }
  } finally {
    await stack.stop();
    receiver.close();
    clips.remove();
  }
});

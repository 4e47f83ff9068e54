import { setTimeout as sleep } from 'node:timers/promises';

import { type BrowserContextOptions, type Page } from 'playwright-core';

import {
  type BrowserPage,
  describeWithBrowser,
  openBrowser,
  PATIENCE_MS,
  type TestBrowser,
} from './browser.js';
import { ClipMaker } from './clip-maker.js';
import { type EmbeddedStack, startEmbeddedStack } from './embedded-stack.js';
import { type EyelineClient } from './eyeline-client.js';

export interface DashboardSettings {
  /** Of the stack, beside PORT and EYELINE_DATA_DIR. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Makes what the browser's camera shows: the path of a Y4M or MJPEG file. */
  readonly camera?: (clips: ClipMaker) => string;
}

/** The stack of `npm start` and a browser before it, for the tests of a file. */
export interface Dashboard {
  readonly stack: EmbeddedStack;
  /** Of the API of that stack. */
  readonly client: EyelineClient;
  readonly clips: ClipMaker;
  /**
   * In a context of its own, which is closed after the test. Whatever the test does there: no request to another host,
   * nothing that the policy forbids, no error that nobody caught.
   */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<BrowserPage>;
}

const TEST_TIMEOUT_MS = 300_000;

/** `describe` for tests of the dashboard, where there is a Chromium. What is given can be used from `beforeAll` on. */
export function describeDashboard(
  name: string,
  { environment, camera }: DashboardSettings,
  body: (dashboard: Dashboard) => void,
): void {
  describeWithBrowser(name, () => {
    // Longer than whatever a test waits for, so that it says itself what did not come.
    jest.setTimeout(TEST_TIMEOUT_MS);
    let stack: EmbeddedStack | undefined;
    let browser: TestBrowser | undefined;
    const clips = new ClipMaker();
    const opened: BrowserPage[] = [];

    beforeAll(async () => {
      const picture = camera?.(clips);
      stack = await startEmbeddedStack(environment);
      browser = await openBrowser(stack.client.baseUrl, picture);
    });

    afterEach(async () => {
      const pages = opened.splice(0);
      for (const { page } of pages) await page.context().close();
      expect(pages.flatMap(({ complaints }) => complaints())).toEqual([]);
    });

    afterAll(async () => {
      await browser?.close();
      await stack?.stop();
      clips.remove();
    });

    const stackNow = (): EmbeddedStack => {
      if (stack === undefined) throw new Error('The stack is there from `beforeAll` on.');
      return stack;
    };
    body({
      get stack() {
        return stackNow();
      },
      get client() {
        return stackNow().client;
      },
      clips,
      open: async (path, options) => {
        if (browser === undefined) throw new Error('The browser is there from `beforeAll` on.');
        const page = await browser.open(path, options);
        opened.push(page);
        return page;
      },
    });
  });
}

/** Until something holds in the page, asked from outside: the policy of the page allows no script that waits in it. */
export async function untilInPage(page: Page, condition: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate<boolean>(condition))) {
    if (Date.now() > deadline) throw new Error(`It never holds in the page: ${condition}`);
    await sleep(50);
  }
}

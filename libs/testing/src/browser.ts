import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import axe, { type AxeResults } from 'axe-core';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const findChromium = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find(existsSync);

/** `describe` where there is a Chromium; elsewhere the tests are skipped, with a line that says why. */
export function describeWithBrowser(name: string, body: () => void): void {
  if (findChromium() !== undefined) return describe(name, body);
  console.warn(`skipped, there is no chromium on the PATH: ${name}`);
  describe.skip(name, body);
}

/** How long something may take to show: a machine may do much else at the same time. */
export const PATIENCE_MS = 60_000;

/** A page, and what went wrong in it without anybody having asked. */
export interface BrowserPage {
  readonly page: Page;
  /** Requests to other hosts, violations of the policy, errors that nobody caught. */
  readonly complaints: () => string[];
  /** What axe finds that is serious or critical: rule, and where. */
  readonly barriers: () => Promise<string[]>;
  /** Nothing where the page fits the width of its window; else by how much it does not, and what reaches beyond. */
  readonly overhang: () => Promise<string[]>;
}

export interface TestBrowser {
  /** In a context of its own: nothing is shared with other pages. What is waited for there may take `PATIENCE_MS`. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<BrowserPage>;
  readonly close: () => Promise<void>;
}

/**
 * A headless Chromium for one installation.
 *
 * @param camera a Y4M or MJPEG file that its camera shows, over and over; the page is allowed to use it
 */
export async function openBrowser(baseUrl: string, camera?: string): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`]),
    ],
  });
  return {
    open: async (path, options = {}) => {
      const context = await browser.newContext({ baseURL: baseUrl, locale: 'en', ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      context.setDefaultNavigationTimeout(PATIENCE_MS);
      const page = await context.newPage();
      const complaints = await collectComplaints(page, new URL(baseUrl).origin);
      // Given to the document before the page's own policy holds, which allows no such script.
      await page.addInitScript({ content: axe.source });
      await page.goto(path);
      return { page, complaints, barriers: () => findBarriers(page), overhang: () => findOverhang(page) };
    },
    close: () => browser.close(),
  };
}

// What runs in the page is text: this room is compiled without the types of browsers.
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  complain(event.violatedDirective + ': ' + event.blockedURI));`;

async function collectComplaints(page: Page, origin: string): Promise<() => string[]> {
  const found: string[] = [];
  await page.exposeFunction('complain', (text: string) => found.push(text));
  await page.addInitScript({ content: TELL_VIOLATIONS });
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) found.push(`requested ${url}`);
  });
  return () => [...found];
}

async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}

const LIST_OVERHANG = `(() => {
  const wide = document.documentElement.scrollWidth;
  if (wide <= innerWidth) return [];
  const beyond = [...document.body.querySelectorAll('*')]
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .filter(({ right }) => right > innerWidth)
    .map(({ element, right }) => element.localName + '.' + [...element.classList].join('.') + ' to ' + Math.round(right));
  return ['page of ' + wide + ' in a window of ' + innerWidth, ...beyond];
})()`;

const findOverhang = (page: Page): Promise<string[]> => page.evaluate<string[]>(LIST_OVERHANG);

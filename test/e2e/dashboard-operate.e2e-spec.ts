import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import {
  type BrowserPage,
  describeWithBrowser,
  type EmbeddedStack,
  openBrowser,
  startEmbeddedStack,
  type TestBrowser,
} from '@eyeline/testing';

// Real: everything. What an operator sees and does, on the stack of `npm start`, with a receiver of webhooks on loopback.

/** A machine that does much else at the same time. */
const PATIENCE = { timeout: 60_000 };

describeWithBrowser('operating in the dashboard', () => {
  let stack: EmbeddedStack;
  let browser: TestBrowser;
  let receiver: Server;
  /** The ids of the messages that came, the first of which was refused. */
  const received: string[] = [];
  const opened: BrowserPage[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      request.resume().on('end', () => {
        received.push(String(request.headers['webhook-id']));
        response.writeHead(received.length === 1 ? 503 : 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    stack = await startEmbeddedStack({
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
      // One attempt: what is refused has failed.
      WEBHOOK_RETRY_SCHEDULE_S: '0',
    });
    browser = await openBrowser(stack.client.baseUrl);
  }, 180_000);

  afterEach(async () => {
    for (const { complaints, page } of opened.splice(0)) {
      expect(complaints()).toEqual([]);
      await page.context().close();
    }
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    receiver.close();
  });

  const open = async (colorScheme: 'light' | 'dark' = 'light'): Promise<BrowserPage> => {
    const opening = await browser.open('/operate', { colorScheme });
    opened.push(opening);
    return opening;
  };

  it('shows failed work with its reason, and takes it up again', async () => {
    const { id } = (await stack.client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'broken' }))
      .body;
    const before = await stack.client.finish(id);
    const { page } = await open();
    const row = page.getByRole('list', { name: 'Failed work' }).getByRole('listitem');
    await row.getByText('The file is not a video or image').waitFor(PATIENCE);
    expect(await row.getByRole('link', { name: 'broken' }).getAttribute('href')).toBe(`/analyses/${id}`);

    await row.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('It is in line again.').waitFor(PATIENCE);
    const after = await stack.client.finish(id);
    expect(Date.parse(after.completed_at!)).toBeGreaterThan(Date.parse(before.completed_at!));
    // Both times it was the file: the page shows the second failure by itself.
    await row.getByText('The file is not a video or image').waitFor(PATIENCE);
    expect(await row.count()).toBe(1);
  }, 90_000);

  it('shows the queues, what they did as a chart and as a table, and the workers', async () => {
    const { page } = await open();
    const { data } = (await stack.client.request('/v1/admin/queues')).body;
    const prepare = data.find(({ name }: { name: string }) => name === 'prepare-video');
    const failed = prepare.failed_per_minute.reduce((sum: number, count: number) => sum + count, 0);
    expect(failed).toBe(2);

    const queues = page.getByRole('region', { name: 'How much there is to do' }).getByRole('table');
    const row = queues.getByRole('row').filter({ hasText: /^Prepare/ });
    expect((await row.innerText(PATIENCE)).split(/\s*\t\s*/)).toEqual([
      'Prepare',
      ...[String(prepare.failed), '0', '0', '0', '–'],
    ]);
    await page.getByRole('combobox', { name: 'Of' }).selectOption('Prepare');
    await page.getByRole('img', { name: /^Prepare, by the minute, .* 2 failed$/ }).waitFor(PATIENCE);
    await page.getByText('The chart as a table').click();
    const table = page.getByRole('region', { name: 'The chart as a table' }).getByRole('table');
    expect(await table.getByRole('row').count()).toBe(1 + prepare.failed_per_minute.length);

    const [worker] = (await stack.client.request('/v1/admin/workers')).body.data;
    const text = await page.getByRole('list', { name: 'Workers' }).getByRole('listitem').first().innerText();
    for (const fact of [worker.host, worker.version, worker.execution_provider, ...worker.models]) {
      expect(text).toContain(fact);
    }
  }, 90_000);

  it('makes an endpoint, whose secret it shows once, and sends again what was refused', async () => {
    const { page } = await open();
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await page.getByRole('button', { name: 'New endpoint' }).click(PATIENCE);
    await page.getByLabel('Address').fill(url);
    await page.getByRole('button', { name: 'Create' }).click();
    const secret = page.getByLabel('Secret', { exact: true });
    expect(await secret.inputValue(PATIENCE)).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    expect(await secret.count()).toBe(0);

    await stack.client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'told' });
    await page.getByText('Deliveries', { exact: true }).click();
    const delivery = page.getByRole('list', { name: `Deliveries to ${url}` }).locator('> li');
    await delivery.getByText('It was answered 503.').waitFor(PATIENCE);
    await delivery.getByRole('link', { name: 'told' }).waitFor(PATIENCE);
    // Its only attempt was refused, which has disabled the endpoint.
    await page.getByText('Disabled: a delivery failed to the last attempt').waitFor(PATIENCE);
    await page.getByRole('button', { name: `Enable ${url}` }).click();
    await page.getByText('Enabled', { exact: true }).waitFor(PATIENCE);

    await delivery.getByRole('button', { name: /^Send again/ }).click();
    await delivery.getByText('Delivered').waitFor(PATIENCE);
    expect(received).toEqual([received[0], received[0]]);

    await page.getByRole('button', { name: `Test ${url}` }).click();
    await delivery.nth(1).waitFor(PATIENCE);
    await delivery.first().getByText('Delivered').waitFor(PATIENCE);
    expect(received).toHaveLength(3);
    await page.getByRole('button', { name: `Disable ${url}` }).click();
    await page.getByText('Disabled', { exact: true }).waitFor(PATIENCE);
    const [endpoint] = (await stack.client.request('/v1/webhook-endpoints')).body.data;
    expect(endpoint).toMatchObject({ url, enabled: false, disabled_reason: 'requested' });
  }, 120_000);

  it.each(['light', 'dark'] as const)('has no barriers, %s', async (colorScheme) => {
    const { page, barriers } = await open(colorScheme);
    await page.getByRole('list', { name: 'Failed work' }).waitFor(PATIENCE);
    await page.getByText('The chart as a table').click();
    await page.getByText('Deliveries', { exact: true }).click();
    await page.getByRole('list', { name: /^Deliveries to/ }).waitFor(PATIENCE);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'New endpoint' }).click();
    await page.getByRole('dialog').waitFor(PATIENCE);
    expect(await barriers()).toEqual([]);
  });

  it('leads to the board with every job, for admins of the project of the installation', async () => {
    const { page } = await open();
    const href = await page.getByRole('link', { name: 'Bull Board' }).getAttribute('href', PATIENCE);
    expect((await stack.client.request(href!)).status).toBe(200);
  }, 60_000);
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { type BrowserPage, type Dashboard, describeDashboard } from '@eyeline/testing';

// Real: everything. What an operator sees and does, on the stack of `npm start`, with a receiver of webhooks on loopback.

const ENVIRONMENT = {
  WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
  // One attempt: what is refused has failed.
  WEBHOOK_RETRY_SCHEDULE_S: '0',
};

describeDashboard('operating in the dashboard', { environment: ENVIRONMENT }, (dashboard) => {
  let receiver: Server;
  /** The ids of the messages that came, the first of which was refused. */
  const received: string[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      request.resume().on('end', () => {
        received.push(String(request.headers['webhook-id']));
        response.writeHead(received.length === 1 ? 503 : 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
  });

  const open = (colorScheme: 'light' | 'dark' = 'light'): Promise<BrowserPage> =>
    dashboard.open('/operate', { colorScheme });

  it('shows failed work with its reason, and takes it up again', async () => {
    const { id } = (await dashboard.client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'broken' }))
      .body;
    const before = await dashboard.client.finish(id);
    const { page } = await open();
    const row = page.getByRole('list', { name: 'Failed work' }).getByRole('listitem');
    await row.getByText('The file is not a video or image').waitFor();
    expect(await row.getByRole('link', { name: 'broken' }).getAttribute('href')).toBe(`/analyses/${id}`);

    await row.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('It is in line again.').waitFor();
    const after = await dashboard.client.finish(id);
    expect(Date.parse(after.completed_at!)).toBeGreaterThan(Date.parse(before.completed_at!));
    // Both times it was the file: the page shows the second failure by itself.
    await row.getByText('The file is not a video or image').waitFor();
    expect(await row.count()).toBe(1);
  });

  it('shows the queues, what they did as a chart and as a table, and the workers', async () => {
    const { page } = await open();
    const prepare = await untilCounted(dashboard, 2);

    const queues = page.getByRole('region', { name: 'How much there is to do' }).getByRole('table');
    const row = queues.getByRole('row').filter({ hasText: /^Prepare/ });
    // The page asks again by itself until it has what the API says.
    const cells = ['Prepare', String(prepare.failed), '0', '0', '0', '–'];
    await row.filter({ hasText: new RegExp(`^\\s*${cells.join('\\s*')}\\s*$`) }).waitFor();
    await page.getByRole('combobox', { name: 'Of' }).selectOption('Prepare');
    await page.getByRole('img', { name: /^Prepare, by the minute, .* 2 failed$/ }).waitFor();
    await page.getByText('The chart as a table').click();
    const table = page.getByRole('region', { name: 'The chart as a table' }).getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(1 + prepare.failed_per_minute.length);

    const [worker] = (await dashboard.client.request('/v1/admin/workers')).body.data;
    const text = await page.getByRole('list', { name: 'Workers' }).getByRole('listitem').first().innerText();
    for (const fact of [worker.host, worker.version, worker.execution_provider, ...worker.models]) {
      expect(text).toContain(fact);
    }
  });

  it('makes an endpoint, whose secret it shows once, and sends again what was refused', async () => {
    const { page } = await open();
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await page.getByRole('button', { name: 'New endpoint' }).click();
    await page.getByLabel('Address').fill(url);
    await page.getByRole('button', { name: 'Create' }).click();
    const secret = page.getByLabel('Secret', { exact: true });
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await secret.waitFor({ state: 'detached' });

    await dashboard.client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'told' });
    await page.getByText('Deliveries', { exact: true }).click();
    const delivery = page.getByRole('list', { name: `Deliveries to ${url}` }).locator('> li');
    await delivery.getByText('It was answered 503.').waitFor();
    await delivery.getByRole('link', { name: 'told' }).waitFor();
    // Its only attempt was refused, which has disabled the endpoint.
    await page.getByText('Disabled: a delivery failed to the last attempt').waitFor();
    await page.getByRole('button', { name: `Enable ${url}` }).click();
    await page.getByText('Enabled', { exact: true }).waitFor();

    await delivery.getByRole('button', { name: /^Send again/ }).click();
    await delivery.getByText('Delivered').waitFor();
    expect(received).toEqual([received[0], received[0]]);

    await page.getByRole('button', { name: `Test ${url}` }).click();
    await delivery.nth(1).waitFor();
    await delivery.first().getByText('Delivered').waitFor();
    expect(received).toHaveLength(3);
    await page.getByRole('button', { name: `Disable ${url}` }).click();
    await page.getByText('Disabled', { exact: true }).waitFor();
    const [endpoint] = (await dashboard.client.request('/v1/webhook-endpoints')).body.data;
    expect(endpoint).toMatchObject({ url, enabled: false, disabled_reason: 'requested' });
  });

  it('gives an endpoint a new secret, and deletes one, after a question each', async () => {
    const { page } = await open();
    const url = 'http://127.0.0.1:9/second';
    await page.getByRole('button', { name: 'New endpoint' }).click();
    await page.getByLabel('Address').fill(url);
    await page.getByRole('button', { name: 'Create' }).click();
    const secret = page.getByLabel('Secret', { exact: true });
    const first = await secret.inputValue();
    await page.getByRole('button', { name: 'I have kept it' }).click();

    const rotate = page.getByRole('button', { name: `New secret for ${url}` });
    await rotate.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await secret.count()).toBe(0);
    await rotate.click();
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    await page.getByRole('heading', { name: 'Keep this secret' }).waitFor();
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    expect(await secret.inputValue()).not.toBe(first);
    await page.getByRole('button', { name: 'I have kept it' }).click();

    const urls = async (): Promise<string[]> =>
      (await dashboard.client.request('/v1/webhook-endpoints')).body.data.map(
        (endpoint: { url: string }) => endpoint.url,
      );
    expect(await urls()).toContain(url);
    await page.getByRole('button', { name: `Delete ${url}` }).click();
    await page
      .getByRole('dialog', { name: 'Delete this endpoint?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByRole('heading', { name: url }).waitFor({ state: 'detached' });
    expect(await urls()).not.toContain(url);
  });

  it.each(['light', 'dark'] as const)('has no barriers, %s', async (colorScheme) => {
    const { page, barriers } = await open(colorScheme);
    await page.getByRole('list', { name: 'Failed work' }).waitFor();
    await page.getByText('The chart as a table').click();
    await page.getByText('Deliveries', { exact: true }).click();
    await page.getByRole('list', { name: /^Deliveries to/ }).waitFor();
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'New endpoint' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers()).toEqual([]);
  });

  it('leads to the board with every job, for admins of the project of the installation', async () => {
    const { page } = await open();
    const href = await page.getByRole('link', { name: 'Bull Board' }).getAttribute('href');
    expect((await dashboard.client.request(href!)).status).toBe(200);
  });
});

interface Queue {
  readonly name: string;
  readonly failed: number;
  readonly failed_per_minute: readonly number[];
}

/** The queue of the first jobs once it has counted so many failures: it does so after the analysis has ended. */
async function untilCounted({ client }: Dashboard, failures: number): Promise<Queue> {
  for (;;) {
    const { data } = (await client.request('/v1/admin/queues')).body as { data: Queue[] };
    const queue = data.find(({ name }) => name === 'prepare-video')!;
    const counted = queue.failed_per_minute.reduce((sum, count) => sum + count, 0);
    expect(counted).toBeLessThanOrEqual(failures);
    if (counted === failures) return queue;
    await sleep(200); // the test's own time limit ends this
  }
}

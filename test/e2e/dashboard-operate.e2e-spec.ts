import {
  type BrowserPage,
  describeWithBrowser,
  type EmbeddedStack,
  openBrowser,
  startEmbeddedStack,
  type TestBrowser,
} from '@eyeline/testing';

// Real: everything. What an operator sees and does, on the stack of `npm start`.

/** A machine that does much else at the same time. */
const PATIENCE = { timeout: 60_000 };

describeWithBrowser('operating in the dashboard', () => {
  let stack: EmbeddedStack;
  let browser: TestBrowser;
  const opened: BrowserPage[] = [];

  beforeAll(async () => {
    stack = await startEmbeddedStack();
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
  }, 30_000);

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

  it.each(['light', 'dark'] as const)('has no barriers, %s', async (colorScheme) => {
    const { page, barriers } = await open(colorScheme);
    await page.getByRole('list', { name: 'Failed work' }).waitFor(PATIENCE);
    await page.getByText('The chart as a table').click();
    expect(await barriers()).toEqual([]);
  });

  it('leads to the board with every job, for admins of the project of the installation', async () => {
    const { page } = await open();
    const href = await page.getByRole('link', { name: 'Bull Board' }).getAttribute('href', PATIENCE);
    expect((await stack.client.request(href!)).status).toBe(200);
  }, 60_000);
});

import { readFile } from 'node:fs/promises';

import {
  type BrowserPage,
  ClipMaker,
  describeWithBrowser,
  type EmbeddedStack,
  fixture,
  openBrowser,
  startEmbeddedStack,
  type TestBrowser,
} from '@eyeline/testing';

// Real: everything. The stack of `npm start` with the dashboard that it serves, in a Chromium as people have it.

/** A machine that does much else at the same time. */
const PATIENCE = { timeout: 60_000 };

describeWithBrowser('the dashboard', () => {
  let stack: EmbeddedStack;
  let browser: TestBrowser;
  const clips = new ClipMaker();
  const opened: BrowserPage[] = [];

  beforeAll(async () => {
    stack = await startEmbeddedStack();
    browser = await openBrowser(stack.client.baseUrl);
  }, 180_000);

  afterEach(() => {
    // Whatever a test does: no other host, nothing that the policy forbids, no error that nobody caught.
    expect(opened.splice(0).flatMap(({ complaints }) => complaints())).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    clips.remove();
  });

  const open = async (path: string): Promise<BrowserPage['page']> => {
    const opening = await browser.open(path);
    opened.push(opening);
    return opening.page;
  };

  it('takes a video with options and a tag, and shows its analysis until it is complete', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Upload', exact: true }).click();
    await page.getByLabel('Tag').fill('kitchen');
    await page.getByLabel('How closely to look').selectOption('quick');
    await page.setInputFiles('input[type=file]', fixture('average-person.mp4'));
    await page.getByRole('link', { name: 'Open the report' }).click(PATIENCE);
    await page.getByRole('heading', { level: 1, name: 'average-person.mp4' }).waitFor(PATIENCE);

    const [analysis] = (await stack.client.request('/v1/analyses?tag=kitchen')).body.data;
    expect(page.url()).toBe(`${stack.client.baseUrl}/analyses/${analysis.id}`);
    expect(analysis).toMatchObject({ status: 'completed', metadata: { file_name: 'average-person.mp4' } });
    expect(analysis.options).toMatchObject({ sampling_fps: 2, thumbnails: true, retain_video_hours: 24 });
    expect((await stack.client.report(analysis.id)).overall_dominant_emotion).toBe('neutral');
  }, 120_000);

  it('goes on with an upload that leaving the page has cut off, and starts one analysis', async () => {
    const page = await open('/upload');
    await page.getByLabel('Tag').fill('reloaded');
    const line = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 };
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', slow);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.setInputFiles('input[type=file]', fixture('average-person.mp4'));
    await page.getByText(/^(1[0-9]{2}|[2-4][0-9]{2}) kB of 499 kB$/).waitFor(PATIENCE);
    // Whichever page comes next.
    await page.goto('/analyses?tag=reloaded');
    await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
    await page.getByRole('list', { name: 'Analyses' }).getByText('Completed').waitFor(PATIENCE);

    const { data } = (await stack.client.request('/v1/analyses?tag=reloaded')).body;
    expect(data).toHaveLength(1);
    expect(data[0].video.size_bytes).toBe((await readFile(fixture('average-person.mp4'))).length);
  }, 120_000);

  it('cancels what runs', async () => {
    const long = clips.make(
      'long.mp4',
      '-stream_loop',
      '20',
      '-i',
      fixture('average-person.mp4'),
      '-c',
      'copy',
    );
    const { id } = await stack.client.submit(long, { sampling_fps: '0', tag: 'long' });
    const page = await open('/analyses?tag=long');
    await page.getByRole('progressbar').waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Cancel the analysis of long' }).click();
    await page.getByRole('list', { name: 'Analyses' }).getByText('Canceled').waitFor(PATIENCE);
    expect((await stack.client.get(id)).status).toBe('canceled');
  }, 90_000);

  it('says why one has failed, and tries it again', async () => {
    const { id } = (await stack.client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'broken' }))
      .body;
    const before = await stack.client.finish(id);
    const page = await open('/analyses?status=failed');
    await page.getByText('The file is not a video or image').waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Retry the analysis of broken' }).click();
    await page.getByText('“broken” is in line again.').waitFor(PATIENCE);
    const after = await stack.client.finish(id);
    expect(after.status).toBe('failed');
    expect(Date.parse(after.completed_at!)).toBeGreaterThan(Date.parse(before.completed_at!));
  }, 90_000);

  it('can be used without a mouse: a video is sent, found, and deleted after a question', async () => {
    const page = await open('/');
    await page.getByRole('navigation').waitFor(PATIENCE);
    const focused = (): Promise<{ name: string; isMarked: boolean }> =>
      page.evaluate(`(() => {
        const element = document.activeElement;
        const name = element.getAttribute('aria-label') ?? (element.innerText || element.id);
        return { name: name.trim(), isMarked: getComputedStyle(element).outlineStyle !== 'none' };
      })()`);
    /** Tab, until it is reached; each stop on the way shows where the focus is. */
    const tabTo = async (name: string): Promise<void> => {
      for (let stops = 0; stops < 60; stops++) {
        await page.keyboard.press('Tab');
        const at = await focused();
        if (at.name === name) return expect(at).toEqual({ name, isMarked: true });
      }
      throw new Error(`Tab does not lead to ${name}`);
    };

    await page.keyboard.press('Tab');
    expect(await focused()).toEqual({ name: 'Skip to content', isMarked: true });
    await page.keyboard.press('Enter');
    expect((await focused()).name).toContain('See what faces show');

    await page.goto('/analyses');
    await page.getByRole('navigation').waitFor(PATIENCE);
    await tabTo('Upload');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Upload' }).waitFor(PATIENCE);
    const chooser = page.waitForEvent('filechooser');
    await tabTo('Choose files');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(fixture('average-people-2.mp4'));
    await page.getByRole('link', { name: 'Open the report' }).waitFor(PATIENCE);

    await page.goto('/analyses');
    const remove = 'Delete the analysis of average-people-2.mp4';
    await page.getByRole('button', { name: remove }).waitFor(PATIENCE);
    await tabTo(remove);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Delete this analysis?' }).waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    expect((await focused()).name).toBe(remove);
    await page.keyboard.press('Enter');
    await tabTo('Delete');
    await page.keyboard.press('Enter');
    await page.getByText(/“average-people-2.mp4” is deleted, with \d+ files/).waitFor(PATIENCE);
    const row = page.getByRole('link', { name: 'average-people-2.mp4' });
    await row.waitFor({ ...PATIENCE, state: 'detached' });
  }, 120_000);
});

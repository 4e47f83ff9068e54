import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { type BrowserPage, describeDashboard, fixture } from '@eyeline/testing';

// Real: everything. The stack of `npm start` with the dashboard that it serves, in a Chromium as people have it.

describeDashboard('the dashboard', {}, (dashboard) => {
  const open = async (path: string): Promise<BrowserPage['page']> => {
    return (await dashboard.open(path)).page;
  };

  it('takes a video with options and a tag, and shows its analysis until it is complete', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Upload', exact: true }).click();
    await page.getByLabel('Tag').fill('kitchen');
    await page.getByLabel('How closely to look').selectOption('quick');
    await page.setInputFiles('input[type=file]', fixture('average-person.mp4'));
    await page.getByRole('link', { name: 'Open the report' }).click();
    await page.getByRole('heading', { level: 1, name: 'average-person.mp4' }).waitFor();

    const [analysis] = (await dashboard.client.request('/v1/analyses?tag=kitchen')).body.data;
    expect(page.url()).toBe(`${dashboard.client.baseUrl}/analyses/${analysis.id}`);
    expect(analysis).toMatchObject({ status: 'completed', metadata: { file_name: 'average-person.mp4' } });
    expect(analysis.options).toMatchObject({ sampling_fps: 2, thumbnails: true, retain_video_hours: 24 });
    const { faces } = await dashboard.client.report(analysis.id);
    expect(faces).toHaveLength(1);
    await page.getByRole('heading', { level: 3, name: 'Person 1' }).waitFor();
  });

  it('goes on with an upload that leaving the page has cut off, and starts one analysis', async () => {
    const page = await open('/upload');
    await page.getByLabel('Tag').fill('reloaded');
    const line = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 };
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', slow);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.setInputFiles('input[type=file]', fixture('average-person.mp4'));
    await page.getByText(/^(1[0-9]{2}|[2-4][0-9]{2}) kB of 499 kB$/).waitFor();
    // Whichever page comes next.
    await page.goto('/analyses?tag=reloaded');
    await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
    await page.getByRole('list', { name: 'Analyses' }).getByText('Completed').waitFor();

    const { data } = (await dashboard.client.request('/v1/analyses?tag=reloaded')).body;
    expect(data).toHaveLength(1);
    expect(data[0].video.size_bytes).toBe((await readFile(fixture('average-person.mp4'))).length);
  });

  it('cancels what runs', async () => {
    const long = dashboard.clips.make(
      'long.mp4',
      '-stream_loop',
      '20',
      '-i',
      fixture('average-person.mp4'),
      '-c',
      'copy',
    );
    const { id } = await dashboard.client.submit(long, { sampling_fps: '0', tag: 'long' });
    const page = await open('/analyses?tag=long');
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Cancel the analysis of long' }).click();
    await page.getByRole('list', { name: 'Analyses' }).getByText('Canceled').waitFor();
    expect((await dashboard.client.get(id)).status).toBe('canceled');
  });

  it('says why one has failed, and tries it again', async () => {
    const { id } = (await dashboard.client.upload(Buffer.from('No video.\n'.repeat(1000)), { tag: 'broken' }))
      .body;
    const before = await dashboard.client.finish(id);
    const page = await open('/analyses?status=failed');
    await page.getByText('The file is not a video or image').waitFor();
    await page.getByRole('button', { name: 'Retry the analysis of broken' }).click();
    await page.getByText('“broken” is in line again.').waitFor();
    const after = await dashboard.client.finish(id);
    expect(after.status).toBe('failed');
    expect(Date.parse(after.completed_at!)).toBeGreaterThan(Date.parse(before.completed_at!));
  });

  it('can be used without a mouse: a video is sent, found, and deleted after a question', async () => {
    const page = await open('/');
    await page.getByRole('navigation').waitFor();
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

    /** Where the focus goes by itself, which may take the page a moment. */
    const isAt = async (name: string): Promise<void> => {
      while (!(await focused()).name.includes(name)) await sleep(50); // the test's own time limit ends this
    };

    await page.keyboard.press('Tab');
    expect(await focused()).toEqual({ name: 'Skip to content', isMarked: true });
    await page.keyboard.press('Enter');
    await isAt('See what faces show');

    await page.goto('/analyses');
    await page.getByRole('navigation').waitFor();
    await tabTo('Upload');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Upload' }).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await tabTo('Choose files');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(fixture('average-people-2.mp4'));
    await page.getByRole('link', { name: 'Open the report' }).waitFor();

    await page.goto('/analyses');
    const remove = 'Delete the analysis of average-people-2.mp4';
    await page.getByRole('button', { name: remove }).waitFor();
    await tabTo(remove);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Delete this analysis?' }).waitFor();
    await page.keyboard.press('Escape');
    await isAt(remove);
    await page.keyboard.press('Enter');
    await tabTo('Delete');
    await page.keyboard.press('Enter');
    await page.getByText(/“average-people-2.mp4” is deleted, with \d+ files/).waitFor();
    const row = page.getByRole('link', { name: 'average-people-2.mp4' });
    await row.waitFor({ state: 'detached' });
  });
});

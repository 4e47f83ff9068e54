import { type BrowserPage, type ClipMaker, describeDashboard, fixture } from '@eyeline/testing';

// Real: everything but the lens. The browser's camera shows a clip of a person, as a driver would.

const camera = (clips: ClipMaker): string =>
  clips.make(
    'camera.mjpeg',
    ...['-i', fixture('average-person.mp4'), '-an', '-vf', 'scale=1280:720', '-c:v', 'mjpeg', '-q:v', '4'],
  );

describeDashboard('the dashboard with a camera', { camera }, (dashboard) => {
  /** Nothing is seen before everybody has agreed. */
  const openCamera = async (page: BrowserPage['page']): Promise<void> => {
    const button = page.getByRole('button', { name: 'Open the camera' });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    await page.getByRole('switch', { name: /Everybody in the picture/ }).click();
    await button.click();
    await page.getByLabel('Picture of the camera').and(page.locator('video')).waitFor();
  };

  it('shows what is seen live, and makes a report of a session, without a picture', async () => {
    const { page } = await dashboard.open('/live');
    await openCamera(page);
    const size =
      "(({ videoWidth, videoHeight }) => [videoWidth, videoHeight])(document.querySelector('video'))";
    // The camera's size is known once its first picture has come, and then something is seen in it.
    await page.getByText(/^Looks (into the camera|elsewhere)$/).waitFor();
    expect(await page.evaluate(size)).toEqual([1280, 720]);
    const faces = page.locator('.live-stats div', { hasText: 'Faces' }).locator('dd');
    await expectText(faces, '1');
    await page.getByRole('switch', { name: /68 points/ }).click();
    await page.locator('canvas.face-overlay:not([hidden])').waitFor();

    await page.getByLabel('What it is about').fill('A rehearsal');
    await page.getByRole('button', { name: 'Start a session' }).click();
    // Four seconds or more: on a busy machine a second may pass unseen.
    await page.getByText(/^Recording for (0:0[4-9]|0:[1-5]\d|[1-9]\d*:\d\d)/).waitFor();
    const ended = page.waitForResponse((response) => response.url().endsWith('/end'));
    await page.getByRole('button', { name: 'End, and make the report' }).click();
    const report = (await (await ended).json()) as {
      session_id: string;
      context: string;
      duration_s: number;
    };
    expect(report.context).toBe('A rehearsal');
    expect(report.duration_s).toBeGreaterThan(2);
    await page.getByRole('heading', { name: 'Report of the session' }).waitFor();

    await page.getByRole('button', { name: 'Delete this report' }).click();
    await page.getByRole('heading', { name: 'Report of the session' }).waitFor({ state: 'detached' });
    expect((await dashboard.client.request(`/v1/sessions/${report.session_id}/report`)).status).toBe(404);
  });

  it('records from the camera, and has the recording analysed', async () => {
    const { page } = await dashboard.open('/upload');
    await page.getByText('With the webcam').click();
    await openCamera(page);
    await page.getByRole('button', { name: 'Record 30 seconds' }).click();
    await page.getByText(/^(2[0-5]|1\d|\d)$/).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Analyse this recording' }).click();
    await page.getByRole('link', { name: 'Open the report' }).waitFor();
    const [analysis] = (await dashboard.client.request('/v1/analyses')).body.data;
    expect(analysis.metadata.file_name).toMatch(/^Recording .*\.(webm|mp4)$/);
    expect(analysis.video).toMatchObject({ width: 1280, height: 720 });
    expect((await dashboard.client.report(analysis.id)).faces.length).toBeGreaterThanOrEqual(1);
  });
});

async function expectText(locator: ReturnType<BrowserPage['page']['locator']>, text: string): Promise<void> {
  await locator.filter({ hasText: new RegExp(`^${text}$`) }).waitFor();
}

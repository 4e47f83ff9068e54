import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { type BrowserPage, describeDashboard, fixture, untilInPage } from '@eyeline/testing';

// Real: everything. What the dashboard shows of two clips is what the API says of them.

const percent = (value: number): string =>
  new Intl.NumberFormat('en', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value / 100);

const MODELS = resolve(__dirname, '../../libs/vision/src/models');

/** As the page names them in English. */
const nameOf = (emotion: string): string => emotion[0].toUpperCase() + emotion.slice(1);

describeDashboard('reports in the dashboard', {}, (dashboard) => {
  let one: string;
  let two: string;

  beforeAll(async () => {
    const options = { thumbnails: 'true' };
    // One word that is wider than a phone.
    const tag = 'W'.repeat(60);
    one = (await dashboard.client.submit(fixture('average-person.mp4'), { ...options, tag })).id;
    two = (
      await dashboard.client.submit(fixture('average-people-2.mp4'), {
        ...{ ...options, annotated_video: 'true', retain_video_hours: '0' },
      })
    ).id;
    await dashboard.client.finish(one);
    await dashboard.client.finish(two);
  });

  const open = (path: string, width = 1440): Promise<BrowserPage> =>
    dashboard.open(path, { viewport: { width, height: 900 } });

  /** The value below a name, as a list of definitions has it. */
  const factOf = (page: BrowserPage['page'], place: string, name: string): Promise<string> =>
    page
      .locator(place)
      .locator('div', { has: page.getByText(name, { exact: true }) })
      .locator('dd')
      .first()
      .innerText();

  it('show the numbers of the report', async () => {
    const { page, barriers } = await open(`/analyses/${one}`);
    const report = await dashboard.client.report(one);
    const summary = '.summary dl';
    expect(await factOf(page, summary, 'Most often')).toBe(nameOf(report.overall_dominant_emotion!));
    expect(await factOf(page, summary, 'Eye contact')).toBe(percent(report.eye_contact_score!));
    expect(await factOf(page, summary, 'Frames looked at')).toBe(String(report.total_frames_analyzed));
    expect(await factOf(page, summary, 'Mean confidence')).toBe(
      percent(report.average_confidence_score! * 100),
    );
    const bars = page.getByRole('list', { name: 'Share of the observations by emotion', exact: true });
    const shares = await bars.getByRole('listitem').allInnerTexts();
    expect(shares.map((text) => text.replace(/\s+/g, ' '))).toContain(
      `Happy ${Math.round(report.average_emotion_scores.happy)}%`,
    );
    const person = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Person 1' }) });
    expect(await person.innerText()).toContain(percent(report.faces[0].eye_contact_score!));
    await untilInPage(page, 'document.querySelector(".person img").naturalWidth > 0');
    expect(await page.getByText(report.video.sha256).count()).toBe(1);
    for (const { sha256 } of report.models) expect(await page.getByText(sha256).count()).toBe(1);
    await page.locator('.uplot').waitFor();

    await page.getByText('The chart as a table').click();
    const rows = page.getByRole('table').getByRole('row');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1 + Math.ceil(report.video.duration_s));
    expect(await barriers()).toEqual([]);
  });

  it('have the model card of each network that looked, with its figures', async () => {
    const { page, barriers, overhang } = await open(`/analyses/${one}`, 390);
    const { models } = await dashboard.client.report(one);
    const { data } = (await dashboard.client.request('/v1/models')).body;
    for (const { name, version, sha256 } of models) {
      const card = await readFile(join(MODELS, name, 'MODEL_CARD.md'), 'utf8');
      expect(data).toContainEqual(expect.objectContaining({ name, version, sha256, card }));
      await page.getByText(`Model card of ${name}`).click();
      // The figures of its tables, cell by cell, or else the sentence that has them.
      const figures = card.split('\n').filter((line) => /^\|.*\d %/.test(line));
      const shown = page.locator('details', { hasText: `Model card of ${name}` });
      await shown.getByText('Measured').first().waitFor();
      for (const line of figures) {
        const cells = line.split('|').map((cell) => cell.trim());
        const row = shown.getByRole('row').filter({ hasText: cells[1] }).filter({ hasText: cells[2] });
        expect((await row.allInnerTexts()).map((text) => text.split(/\s*\t\s*/))).toContainEqual(
          cells.slice(1, -1),
        );
      }
    }
    expect(await barriers()).toEqual([]);
    expect(await overhang()).toEqual([]);
  });

  it('scrub video, chart, boxes and words together', async () => {
    const { page } = await open(`/analyses/${one}`);
    const report = await dashboard.client.report(one);
    const time = page.getByRole('slider', { name: 'Time in the video' });
    const videoTime = (): Promise<number> => page.evaluate('document.querySelector("video").currentTime');
    const settle = (seconds: number): Promise<void> =>
      untilInPage(page, `Math.abs(document.querySelector("video").currentTime - ${seconds}) < 0.06`);

    // Another file is refused, the same one taken; the video that was sent is there without either.
    await page.getByText('The video that was sent, while it is kept.').waitFor();
    await page.setInputFiles('input[type=file]', fixture('average-people-2.mp4'));
    await page.getByText('Choose the same one.').waitFor();
    await page.setInputFiles('input[type=file]', fixture('average-person.mp4'));
    await page.getByText('average-person.mp4, from this device.').waitFor();
    await page.getByRole('button', { name: 'Show the video that was sent' }).click();
    await untilInPage(page, 'document.querySelector("video")?.readyState >= 2');
    await page.getByRole('heading', { name: /^At 0:00/ }).waitFor();

    // By the keyboard: from frame to frame, five of which are a second.
    await time.focus();
    for (let key = 0; key < 5; key++) await page.keyboard.press('ArrowRight');
    await settle(1);
    expect(Number(await time.inputValue())).toBeCloseTo(1, 1);

    // By an episode.
    const last = report.episodes.at(-1)!;
    expect(last.start_s).toBeGreaterThan(10);
    await page
      .getByRole('button', { name: `Person 1 · ${nameOf(last.emotion)}` })
      .last()
      .click();
    await settle(last.start_s);
    await page
      .locator('.people-now')
      .getByText(new RegExp(`^${nameOf(last.emotion)} \\d+%$`))
      .waitFor();

    // By the pointer, in the chart.
    const before = await videoTime();
    const chart = (await page.locator('.emotion-chart').boundingBox())!;
    await page.mouse.click(chart.x + chart.width * 0.25, chart.y + chart.height / 3);
    await untilInPage(page, `document.querySelector("video").currentTime < ${before - 3}`);
    expect(Number(await time.inputValue())).toBeCloseTo(await videoTime(), 1);

    // The video moves the rest while it plays.
    const start = Number(await time.inputValue());
    await page.evaluate('document.querySelector("video").play()');
    await untilInPage(page, `Number(document.querySelector("input[type=range]").value) > ${start + 0.5}`);
  });

  it('draw one person from the frames, and play the annotated video', async () => {
    const { page, barriers } = await open(`/analyses/${two}`, 390);
    await page.getByText('The annotated video, with boxes drawn in.').waitFor();
    await untilInPage(page, 'document.querySelector("video").readyState >= 2');
    await page.getByLabel('Whose expressions').selectOption('Person 2');
    await page.getByRole('img', { name: /^The seven emotions of Person 2, from 0:00/ }).waitFor();
    await page.getByLabel('Drawn as').selectOption('Lines');
    await page.getByText('The chart as a table').click();
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(/^0:00(\s+\d+%){7}$/);
    expect(await page.getByRole('button', { name: 'Person 1 · ' }).count()).toBe(0);
    expect(await barriers()).toEqual([]);
  });

  it('are compared: the same numbers, and what differs', async () => {
    const { page, barriers } = await open(`/compare?a=${one}`);
    await page.getByText('Choose two analyses').waitFor();
    await page.getByLabel('Second analysis (B)').selectOption(two);
    const [a, b] = await Promise.all([dashboard.client.report(one), dashboard.client.report(two)]);
    const row = page.getByRole('row').filter({ hasText: /^Eye contact/ });
    const difference = b.eye_contact_score! - a.eye_contact_score!;
    expect((await row.innerText()).split(/\s*\t\s*/)).toEqual([
      'Eye contact',
      percent(a.eye_contact_score!),
      percent(b.eye_contact_score!),
      `${difference > 0 ? '+' : '−'}${percent(Math.abs(difference))}`,
    ]);
    const [often, otherwise] = [a, b].map((report) => nameOf(report.overall_dominant_emotion!));
    expect(otherwise).not.toBe(often);
    await page.getByText(`Most often ${often} in A, ${otherwise} in B.`).waitFor();
    await page.locator('.uplot').nth(1).waitFor();
    expect(new URL(page.url()).search).toBe(`?a=${one}&b=${two}`);
    expect(await barriers()).toEqual([]);
  });
});

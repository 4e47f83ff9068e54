import { markdownTable } from './markdown-table.js';
import { LIMIT_MS, type PageResult } from './report-page.js';

const round = (value: number): string => value.toFixed(1);

/** The results of `--page` as Markdown. */
export function formatPage([short, long]: readonly PageResult[]): string {
  const describe = ({ video, framesMb }: PageResult): string =>
    `${video.faces} ${video.faces === 1 ? 'face' : 'faces'}, ${video.frames} frames ` +
    `(${round(video.frames / video.framesPerS / 60)} min, ${round(framesMb)} MB of frame records)`;
  const worst = Math.max(...long.steps.slice(1).map(({ longestCpuMs }) => longestCpuMs));
  return [
    `The report page in Chromium, headless and without a GPU, at 1440x900, on this one machine with API and PostgreSQL:`,
    `a report of ${describe(short)} and one of ${describe(long)}.`,
    'The longest task of the main thread of the page, from the trace of the browser: as the clock has it, and for how',
    'much of that the thread had a processor.',
    '',
    markdownTable([
      ['what one does', 'short: ms', 'on a processor', 'long: ms', 'on a processor', 'tasks'],
      ...long.steps.map((step, index) => [
        step.what,
        ...[short.steps[index].longestMs, short.steps[index].longestCpuMs].map(round),
        ...[step.longestMs, step.longestCpuMs].map(round),
        String(step.tasks),
      ]),
    ]),
    '',
    `Once the dashboard is there, the longest task with the long report took ${round(worst)} ms of a processor; ` +
      `the limit is ${LIMIT_MS} ms.`,
  ].join('\n');
}

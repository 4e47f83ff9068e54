import { basename } from 'node:path';
import { type Analysis, type Report } from '@eyeline/contracts';

import { ERROR } from '../logs/read-log-line.js';
import { listenForStop, whenAborted } from '../processes/stop-request.js';
import { StackError } from '../stack/stack-error.js';
import { readStackSettings } from '../stack/stack-settings.js';
import { Stack, type StackListener } from '../stack/stack.js';
import { ignoreClosedOutput } from '../terminal/closed-output.js';
import { createStackReporter } from '../terminal/stack-reporter.js';
import { createStyle, wantsColour } from '../terminal/style.js';
import { AnalysisClient, ProblemError } from './analysis-client.js';
import { makeDemoFolder, removeAbandonedDemoFolders, removeDemoFolder } from './demo-folder.js';
import { type ProgressDisplay, createProgressDisplay } from './progress-display.js';
import { renderSummary } from './summary/render-summary.js';

export interface DemoRequest {
  readonly video: string;
  readonly json: boolean;
  readonly keep: boolean;
}

/** A worker that ends so often in a row will not finish the analysis. */
const ENDS_BEFORE_GIVING_UP = 4;
const INTERRUPTED = 130;

/** Settings of a service that the user may run elsewhere: a demo touches none of it. */
const FOREIGN = ['DATABASE_URL', 'QUEUE_DATABASE_URL', 'REDIS_URL', 'HOST', 'PORT', 'EYELINE_DATA_DIR'];

function demoSettings(programs: string, dataDir: string) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name)));
  const settings = readStackSettings(
    { ...own, PORT: '0', EYELINE_DATA_DIR: dataDir },
    { programs, folder: '/' },
  );
  return { ...settings, isDurable: false };
}

/** Resolves when the text is written: what is not written yet is lost when the process exits. */
const writeOut = (text: string): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(text, () => done());
  });

async function analyse(
  client: AnalysisClient,
  video: string,
  progress: ProgressDisplay,
  signal: AbortSignal,
): Promise<{ analysis: Analysis; report: Report }> {
  const show = (share: number) => progress.show('Uploading', share);
  const { id } = await client.upload(video, show, signal);
  const onChange = ({ stage, progress: share }: Analysis) =>
    progress.show(`${stage.charAt(0).toUpperCase()}${stage.slice(1)}`, share);
  const analysis = await client.waitUntilCompleted(id, onChange, signal);
  return { analysis, report: await client.report(id, signal) };
}

/**
 * `npm run demo`: a stack with data of its own analyses one video, through the REST API; nothing stays behind.
 *
 * @param programs the build folder
 * @returns the exit code: 0 only if the analysis completed
 */
export async function runDemoCommand(programs: string, { video, json, keep }: DemoRequest): Promise<number> {
  ignoreClosedOutput();
  const stop = listenForStop();
  const giveUp = new AbortController();
  const signal = AbortSignal.any([stop, giveUp.signal]);
  const style = createStyle(wantsColour(process.stderr, process.env));
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const progress = createProgressDisplay(process.stderr, style);
  const reporter = createStackReporter(
    (line) => {
      progress.clear();
      tell(line);
    },
    // Why an analysis failed is told once, from its error.
    { style, showsParts: false, fromLevel: ERROR },
  );
  const listener: StackListener = {
    ...reporter,
    onEnd(name, end) {
      reporter.onEnd(name, end);
      if (end.endsInARow >= ENDS_BEFORE_GIVING_UP)
        giveUp.abort(new StackError(`The ${name} does not stay up.`));
    },
  };
  await removeAbandonedDemoFolders();
  const dataDir = await makeDemoFolder();
  let stack: Stack | null = null;
  try {
    progress.show('Starting', null);
    stack = await Stack.start(demoSettings(programs, dataDir), listener, signal);
    const { analysis, report } = await analyse(new AnalysisClient(stack.address), video, progress, signal);
    progress.clear();
    if (json) {
      await writeOut(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      const looks = {
        width: process.stdout.columns ?? 80,
        style: createStyle(wantsColour(process.stdout, process.env)),
      };
      const summary = renderSummary({ videoPath: video, report, analysis }, looks);
      await writeOut(`\n${summary}\n\n${describeNext(stack, analysis, keep)}\n`);
    }
    if (keep) {
      if (json) tell(`  Up at ${stack.address} (API reference: /docs). Ctrl-C stops it.`);
      await whenAborted(stop);
      tell('Stopping ...');
    }
    return 0;
  } catch (error) {
    progress.clear();
    if (stop.aborted) return INTERRUPTED;
    const told = giveUp.signal.aborted ? (giveUp.signal.reason as StackError) : error;
    if (told instanceof ProblemError) {
      tell(style.paint('red', `${basename(video)} could not be analysed: ${told.message}`));
    } else if (told instanceof StackError) {
      tell(style.paint('red', told.message));
    } else {
      throw error;
    }
    return 1;
  } finally {
    await stack?.stop();
    await removeDemoFolder(dataDir);
  }
}

function describeNext({ address }: Stack, { id }: Analysis, keep: boolean): string {
  if (keep) {
    return [
      `  Report      ${address}/v1/analyses/${id}/report`,
      `  Frames      ${address}/v1/analyses/${id}/frames?format=csv`,
      `  Reference   ${address}/docs`,
      '  Ctrl-C stops it.',
    ].join('\n');
  }
  return [
    '  The whole report   npm run --silent demo -- VIDEO --json',
    '  Look around        npm run demo -- VIDEO --keep',
    '  Your own service   npm start        (what the numbers mean: docs/outputs.md)',
  ].join('\n');
}

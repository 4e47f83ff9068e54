import { type Analysis, type AnalysisFilter, type Report } from '../../types.js';
import { onlyWord, textOf } from '../read-arguments.js';
import { type Command, show } from '../terminal.js';
import { UsageError } from '../usage.js';

/** 1 when it has failed, so that a script can ask. */
export const statusCommand: Command = async (context) => {
  const analysis = await context.client.get(onlyWord(context.args, 'ID'));
  show(context, analysis, () => [describe(analysis)]);
  return analysis.status === 'failed' ? 1 : 0;
};

export const reportCommand: Command = async (context) => {
  const report = await context.client.report(onlyWord(context.args, 'ID'));
  show(context, report, () => summarize(report));
  return 0;
};

export const cancelCommand: Command = async (context) => {
  const analysis = await context.client.cancel(onlyWord(context.args, 'ID'));
  show(context, analysis, () => [describe(analysis)]);
  return 0;
};

export const listCommand: Command = async (context) => {
  const { args, client } = context;
  if (args.words.length > 0) throw new UsageError('list takes options alone.');
  const limit = Number(textOf(args, 'limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a number from 1.');
  const filter = { status: textOf(args, 'status'), tag: textOf(args, 'tag') } as AnalysisFilter;
  const found: Analysis[] = [];
  for await (const analysis of client.list(filter)) {
    found.push(analysis);
    if (found.length === limit) break;
  }
  show(context, found, () => found.map(describe));
  return 0;
};

function describe({ id, status, progress, created_at: at, tag, error }: Analysis): string {
  const state = status === 'processing' ? `${status} ${Math.floor(progress * 100)} %` : status;
  const more = [tag ?? '', error === null ? '' : `${error.detail} (${error.code})`].filter(Boolean);
  return [id, state.padEnd(15), at, ...more].join('  ');
}

const percent = (value: number | null): string => (value === null ? '-' : `${value.toFixed(1)} %`);

function summarize(report: Report): string[] {
  const shares = Object.entries(report.average_emotion_scores)
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([emotion, share]) => `${emotion} ${percent(share)}`);
  return [
    `Video        ${report.video.duration_s} s, ${report.video.width}x${report.video.height}`,
    `Frames       ${report.total_frames_analyzed} analysed, ${report.frames_with_face} with a face`,
    `People       ${report.faces.length}`,
    `Emotion      ${report.overall_dominant_emotion ?? 'no face seen'}`,
    `Shares       ${shares.join(', ') || '-'}`,
    `Eye contact  ${percent(report.eye_contact_score)}, at most ${report.eye_contact.longest_s} s at a time`,
    ...report.warnings.map(({ message }) => `Warning      ${message}`),
    'All of it: eyeline report ID --json',
  ];
}

import { objectKeys } from '@eyeline/storage';

import { type Submission } from '../crowd/crowd.js';
import { type Video, VIDEOS } from '../crowd/videos.js';
import { type AnalysisState, type Evidence } from './evidence.js';
import { judgeWebhooks } from './judge-webhooks.js';

/** What became of a run. Every text is a violation, but for `counts`. */
export interface Verdict {
  readonly counts: {
    /** Analyses that a client was told 202 of. */
    readonly submitted: number;
    /** Analyses without such a client: the answer was lost, and the client sent the video again. */
    readonly unanswered: number;
    readonly completed: number;
    readonly failed: number;
    readonly canceled: number;
    readonly deleted: number;
    /** Messages that receivers took, each counted once. */
    readonly webhooks: number;
    /** How many of them came again under the same id, by which receivers drop them. */
    readonly repeatedWebhooks: number;
  };
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Ended, but not as the video deserves. */
  readonly wrong: readonly string[];
  readonly leftBehind: readonly string[];
}

const FINAL = ['completed', 'failed', 'canceled'];

/** Compares what was found with what has to be there, and with nothing else. */
export function judge(evidence: Evidence): Verdict {
  const { submissions, rows } = evidence;
  const kept = submissions.filter(({ isDeleted }) => !isDeleted);
  const known = new Set(submissions.map(({ id }) => id));
  const webhooks = judgeWebhooks(evidence);
  const count = (status: string): number => rows.filter((row) => row.status === status).length;
  return {
    counts: {
      submitted: submissions.length,
      unanswered: rows.filter(({ id }) => !known.has(id)).length,
      completed: count('completed'),
      failed: count('failed'),
      canceled: count('canceled'),
      deleted: submissions.length - kept.length,
      webhooks: webhooks.messages,
      repeatedWebhooks: webhooks.repeated,
    },
    lost: [...listLost(kept, rows), ...webhooks.lost],
    doubled: [...listDoubled(evidence), ...webhooks.doubled],
    wrong: [...rows.flatMap((row) => judgeRow(row, evidence)), ...judgeDeleted(evidence), ...webhooks.wrong],
    leftBehind: listLeftBehind(evidence),
  };
}

function listLost(kept: readonly Submission[], rows: readonly AnalysisState[]): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const missing = kept.filter(({ id }) => !byId.has(id)).map(({ id }) => `${id} is gone`);
  const open = rows
    .filter(({ status }) => !FINAL.includes(status))
    .map(({ id, tag, status }) => `${id} (${tag}) is still ${status}`);
  return [...missing, ...open];
}

function listDoubled({ rows, reports, completions }: Evidence): string[] {
  const completed = new Set(rows.filter(({ status }) => status === 'completed').map(({ id }) => id));
  return [
    ...reports.filter((id) => !completed.has(id)).map((id) => `${id} has a report and is not completed`),
    ...reports.filter((id, place) => reports.indexOf(id) !== place).map((id) => `${id} has two reports`),
    ...[...completions]
      .filter(([, times]) => times > 1)
      .map(([id, times]) => `the report of ${id} was written ${times} times`),
  ];
}

function judgeRow(row: AnalysisState, { submissions, reports, told, undisturbed }: Evidence): string[] {
  if (!FINAL.includes(row.status)) return []; // lost, which is worse
  const submission = submissions.find(({ id }) => id === row.id);
  const { deserves } = videoOf(row);
  const wasCanceled = submission?.canceledAs === 'canceled';
  const expected = wasCanceled ? 'canceled' : deserves === 'completed' ? 'completed' : `failed ${deserves}`;
  const found = row.code === null ? row.status : `${row.status} ${row.code}`;
  const name = `${row.id} (${row.tag})`;
  if (submission?.isDeleted === true) return [`${name} was deleted and is still there`];
  if (found !== expected) return [`${name} should be ${expected} and is ${found}`];
  const seen = told.get(row.id);
  if (seen?.status !== row.status) return [`${name} is ${row.status}, and clients are told ${seen?.status}`];
  if (row.status !== 'completed') return [];
  if (!reports.includes(row.id)) return [`${name} is completed and has no report`];
  return seen.result === undisturbed.get(row.tag) ? [] : [`the report of ${name} is not the undisturbed one`];
}

const judgeDeleted = ({ submissions, told }: Evidence): string[] =>
  submissions
    .filter(({ id, isDeleted }) => isDeleted && told.get(id)?.status != null)
    .map(({ id }) => `${id} was deleted, and clients are told of it`);

function listLeftBehind({ rows, left }: Evidence): string[] {
  const wanted = new Set(rows.flatMap(objectsOf));
  const found = new Set(left.objects);
  return [
    ...left.objects.filter((key) => !wanted.has(key)).map((key) => `object ${key}`),
    ...[...wanted].filter((key) => !found.has(key)).map((key) => `object ${key} is missing`),
    ...left.files.map((path) => `file ${path}`),
    ...left.uploads.map((key) => `unfinished upload of ${key}`),
    ...left.processes.map((command) => `process ${command}`),
    ...(left.outbox === 0 ? [] : [`${left.outbox} entries of the outbox`]),
    ...(left.jobs === 0 ? [] : [`${left.jobs} jobs in the queue`]),
  ];
}

/** What stays of an analysis that has ended. */
function objectsOf(row: AnalysisState): string[] {
  const video = objectKeys.video(row.id);
  const videos = videoOf(row).query.retain_video_hours === '0' ? [] : [video];
  return row.status === 'completed' ? [objectKeys.frames(row.id, row.attempt), ...videos] : videos;
}

const videoOf = ({ tag }: AnalysisState): Video => (VIDEOS as Record<string, Video>)[tag];

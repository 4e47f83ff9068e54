import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { createQueue } from '@eyeline/queue';
import { listStackProcesses, listUnfinishedUploads, queryDatabase } from '@eyeline/testing';

import { type ChaosStack } from '../chaos-stack.js';
import { SETTINGS } from '../processes/environment.js';
import { type PatientClient } from '../crowd/patient-client.js';
import { type AnalysisState, type Leftovers, type Told } from './evidence.js';

export const readAnalyses = ({ servers }: ChaosStack): Promise<AnalysisState[]> =>
  queryDatabase(
    servers.databaseUrl,
    `SELECT id, tag, status, attempt, error->>'code' AS code, completed_at FROM analyses ORDER BY created_at`,
  );

export async function readReports({ servers }: ChaosStack): Promise<string[]> {
  const rows = await queryDatabase<{ id: string }>(
    servers.databaseUrl,
    'SELECT analysis_id AS id FROM reports',
  );
  return rows.map(({ id }) => id);
}

/** What clients are told of an analysis, and of its results a hash: equal ones are told by equal results. */
export async function askAbout(client: PatientClient, id: string): Promise<Told> {
  const { status, body } = await client.request(`/v1/analyses/${id}`);
  if (status === 404) return { status: null, result: null };
  if (body.status !== 'completed') return { status: body.status, result: null };
  const report = await client.request(`/v1/analyses/${id}/report`);
  const frames = await client.request(`/v1/analyses/${id}/frames?format=ndjson`);
  const hash = createHash('sha256')
    .update(JSON.stringify({ status: report.status, ...report.body }).replaceAll(id, ''))
    .update(`${frames.status} ${String(frames.body)}`);
  return { status: 'completed', result: hash.digest('hex') };
}

export async function findLeftovers(stack: ChaosStack): Promise<Leftovers> {
  const { storage, storageSettings } = stack;
  const objects: string[] = [];
  for await (const { key } of storage.list('')) objects.push(key);
  const known = new Set(objects.map((key) => join('data', 'objects', key)));
  const files = await listFiles(stack.folder, (name) => name.startsWith('data'));
  const [outbox] = await queryDatabase<{ count: number }>(
    stack.servers.databaseUrl,
    'SELECT count(*)::int FROM outbox',
  );
  return {
    objects,
    files: files.filter((path) => !known.has(path)),
    uploads: storageSettings.kind === 's3' ? await listUnfinishedUploads(storageSettings) : [],
    processes: listStackProcesses(stack.folder)
      .map(({ command }) => command)
      .filter((command) => /^\S*ff(mpeg|probe)\b/.test(command)),
    outbox: outbox.count,
    jobs: await countJobs(stack),
  };
}

/** The files below those entries of a folder, by their path in it. */
async function listFiles(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const entries = (await readdir(folder)).filter(isWanted);
  const found = await Promise.all(
    entries.map((entry) => readdir(join(folder, entry), { recursive: true, withFileTypes: true })),
  );
  return found
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function countJobs({ servers }: ChaosStack): Promise<number> {
  const queue = await createQueue(servers.queue, {
    lockMs: SETTINGS.JOB_LOCK_MS,
    onError: (error) => console.error(`the harness's own queue: ${error.message}`),
  });
  try {
    const depths = await queue.depths();
    return Object.entries(depths)
      .filter(([name]) => name !== 'sweep-expired') // its next run always waits
      .reduce((sum, [, { waiting, delayed, active }]) => sum + waiting + delayed + active, 0);
  } finally {
    await queue.close();
  }
}

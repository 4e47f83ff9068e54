import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { declineTelemetry, loadModelsConfig } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';
import { type ModelChoice, verifyModels } from '@eyeline/vision';

import { runCommand, say, userFolder } from '../commands/run-command.js';
import { UsageError } from '../commands/usage-error.js';
import { KINDS, parseTrainingArguments, type TrainingRequest, usageOf } from './arguments.js';
import { landmarkForest } from './forest/landmark-forest.js';
import { openEmotionHead } from './head/emotion-head.js';
import { readLabelFolders } from './label-folders.js';
import { formatResult } from './render/format-result.js';
import { type TrainingResult } from './result.js';
import { train } from './train.js';
import { expectFree } from './write-folder.js';

/**
 * `npm run train:KIND -- ARGUMENTS`, in the project's folder.
 *
 * @param args the kind first
 * @returns the exit code
 */
export const runTraining = ([name, ...args]: readonly string[]): Promise<number> =>
  runCommand(async (signal) => {
    declineTelemetry();
    const kind = KINDS.find((one) => one === name);
    if (kind === undefined)
      throw new UsageError(`What there is to train is ${KINDS.join(' or ')}, not "${name}".`);
    const request = parseTrainingArguments(kind, args, userFolder());
    if (request === null) return void process.stdout.write(usageOf(kind));
    const result = await carryOut(request, signal);
    process.stdout.write(request.json ? `${JSON.stringify(result)}\n` : formatResult(result));
  });

async function carryOut(request: TrainingRequest, signal: AbortSignal): Promise<TrainingResult> {
  const folders = await readLabelFolders(request.data);
  await expectFree(request.out);
  const { models: set } = loadModelsConfig();
  const models: ModelChoice = { ...set, emotion: request.model ?? set.emotion };
  await verifyModels(models).catch((error: unknown) => {
    throw error instanceof AppError ? new UsageError(error.detail) : error;
  });
  const scratch = await mkdtemp(join(tmpdir(), 'eyeline-training-'));
  try {
    const method = request.kind === 'landmarks' ? landmarkForest : await openEmotionHead(models, scratch);
    return await train(request, folders, method, { models, signal, say });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

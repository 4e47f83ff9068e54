import { resolve } from 'node:path';

import { declineTelemetry, loadModelsConfig } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';
import { verifyModels } from '@eyeline/vision';

import { type EvaluateRequest, parseArguments, USAGE } from './arguments.js';
import { UsageError } from '../commands/usage-error.js';
import { describeRun, type RunPaths } from './describe-run.js';
import { type Evaluation, toEvaluation } from './evaluation.js';
import { formatText } from './render/format-evaluation.js';
import { writeDocuments, writeResults } from './render/write-results.js';
import { type SourceResult, type SourceSettings } from './result.js';
import { runCommand, say, userFolder } from '../commands/run-command.js';
import { evaluateBoxes } from './sources/boxes.js';
import { evaluateClips } from './sources/clips.js';
import { evaluateDrawn } from './sources/drawn.js';
import { evaluateFer2013 } from './sources/fer2013.js';
import { evaluateImages } from './sources/images.js';

/**
 * `npm run models -- evaluate ARGUMENTS`, in the project's folder.
 *
 * @param args `evaluate` included
 * @returns the exit code
 */
export const runEvaluate = (args: readonly string[]): Promise<number> =>
  runCommand(async (signal) => {
    declineTelemetry();
    const request = parseArguments(args);
    if (request === null) process.stdout.write(USAGE);
    else await evaluate(request, signal);
  });

async function evaluate(request: EvaluateRequest, signal: AbortSignal): Promise<void> {
  const base = userFolder();
  const path = resolve(base, request.path);
  // Now, since files may change while it runs.
  const [truthPath, boxesPath] = [request.truth, request.boxes].map((name) =>
    name === null ? null : resolve(base, name),
  );
  const run = describeRun(request, { path, truthPath, boxesPath });
  const { models: set } = loadModelsConfig();
  const models = { ...set, emotion: request.model ?? set.emotion };
  await verifyModels(models).catch((error: unknown) => {
    throw error instanceof AppError ? new UsageError(error.detail) : error;
  });
  const result = await readSource(
    request,
    { path, truthPath, boxesPath },
    { models, lanes: request.lanes, signal, say },
  );
  const evaluation: Evaluation = toEvaluation(nameOf(request), run, result);
  const written = [
    ...(request.out === null ? [] : await writeResults(resolve(base, request.out), evaluation)),
    ...(request.writeDocs ? await writeDocuments(process.cwd(), evaluation) : []),
  ];
  for (const file of written) say(`written: ${file}`);
  process.stdout.write(request.json ? `${JSON.stringify(evaluation)}\n` : formatText(evaluation));
}

/** What its files and its place in the documents are called. */
function nameOf({ source, truth, boxes }: EvaluateRequest): string {
  if (boxes !== null) return 'boxes';
  return truth === null ? source : 'real-clips';
}

function readSource(
  { source, split }: EvaluateRequest,
  { path, truthPath, boxesPath }: RunPaths,
  settings: SourceSettings,
): Promise<SourceResult> {
  if (source === 'images') return evaluateImages(path, settings);
  if (source === 'drawn') return evaluateDrawn(path, settings);
  if (boxesPath !== null) return evaluateBoxes(path, boxesPath, settings);
  if (source === 'clips') return evaluateClips(path, truthPath ?? path, settings);
  return evaluateFer2013(path, split, settings);
}

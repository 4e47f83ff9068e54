import { declineTelemetry, loadModelsConfig } from '@eyeline/config';

import { runEvaluate } from '../evaluation/main.js';
import { runCommand } from '../commands/run-command.js';
import { type ModelsRequest, parseModelsArguments } from './arguments.js';
import { type CommandAnswer } from './command-answer.js';
import { addModel } from './commands/add-model.js';
import { chooseModel } from './commands/choose-model.js';
import { listAll } from './commands/list-all.js';
import { removeModel } from './commands/remove-model.js';
import { timeAll } from './commands/time-all.js';
import { verifyAll } from './commands/verify-all.js';
import { ModelLibrary } from './model-library.js';

/**
 * `npm run models -- ARGUMENTS`, in the project's folder.
 *
 * @returns the exit code
 */
export async function runModels(args: readonly string[]): Promise<number> {
  if (args[0] === 'evaluate') return runEvaluate(args);
  return runCommand((signal) => run(parseModelsArguments(args), signal));
}

async function run(request: ModelsRequest, signal: AbortSignal): Promise<void> {
  if (request.command === 'help') return void process.stdout.write(request.text);
  declineTelemetry();
  const { json, text, failure } = await carryOut(request, signal);
  process.stdout.write(request.json ? `${JSON.stringify(json)}\n` : text);
  if (failure !== undefined) throw failure;
}

function carryOut(
  request: Exclude<ModelsRequest, { command: 'help' }>,
  signal: AbortSignal,
): Promise<CommandAnswer> {
  const config = loadModelsConfig();
  const library = new ModelLibrary(config.models);
  switch (request.command) {
    case 'list':
      return listAll(library);
    case 'verify':
      return verifyAll(request.names, library, signal);
    case 'time':
      return timeAll(request, library, signal);
    case 'add':
      return addModel(request, { library, config, signal });
    case 'use':
      return chooseModel(request, library, signal);
    case 'remove':
      return removeModel(request.name, library);
  }
}

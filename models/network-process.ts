// The process of run-apart.ts: network-process.js try|time FOLDER NAME
import { AppError } from '@eyeline/contracts';
import { surveyModels, timeModel, tryModel } from '@eyeline/vision';

import { REFUSED } from './run-apart.js';

const [task, folder, name] = process.argv.slice(2);
try {
  const found = (await surveyModels(folder)).find((one) => one.name === name);
  if (found === undefined)
    throw new AppError('internal', { detail: `There is no network ${folder}/${name}.` });
  if (found.fault !== null) throw found.fault;
  if (task === 'time') process.stdout.write(JSON.stringify(await timeModel(found.model)));
  else await tryModel(found.model);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.detail}\n`);
  process.exitCode = REFUSED;
}

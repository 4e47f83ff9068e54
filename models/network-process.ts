// The process of try-apart.ts: try-network.js FOLDER NAME
import { AppError } from '@eyeline/contracts';
import { surveyModels, tryModel } from '@eyeline/vision';

import { REFUSED } from './try-apart.js';

const [folder, name] = process.argv.slice(2);
try {
  const found = (await surveyModels(folder)).find((one) => one.name === name);
  if (found === undefined)
    throw new AppError('internal', { detail: `There is no network ${folder}/${name}.` });
  if (found.fault !== null) throw found.fault;
  await tryModel(found.model);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.detail}\n`);
  process.exitCode = REFUSED;
}

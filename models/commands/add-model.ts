import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { type ModelsConfig } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';

import { UsageError } from '../../commands/usage-error.js';
import { say, userFolder } from '../../commands/run-command.js';
import { type AddRequest } from '../arguments.js';
import { askForLicense } from '../ask-for-license.js';
import { type CommandAnswer } from '../command-answer.js';
import { type ModelLibrary } from '../model-library.js';
import { MODEL_FILE, readGivenManifest } from '../read-given-manifest.js';
import { tryApart } from '../run-apart.js';
import { copyChecked, download } from '../fetch-file.js';

export interface AddSettings {
  readonly library: ModelLibrary;
  readonly config: ModelsConfig;
  readonly signal: AbortSignal;
}

/**
 * Installs a network from a file or an address.
 *
 * @throws {UsageError} when file or manifest cannot be used
 * @throws {AppError} what went wrong; then nothing has changed but what is downloaded so far
 */
export async function addModel(
  request: AddRequest,
  { library, config, signal }: AddSettings,
): Promise<CommandAnswer> {
  const { source } = request;
  const isAddress = /^https?:\/\//i.test(source);
  const file = isAddress ? source : await findFile(resolve(userFolder(), source));
  if (isAddress && request.manifest === null) {
    throw new UsageError('A network from an address needs its --manifest.');
  }
  const manifestPath =
    request.manifest === null
      ? join(dirname(file), 'manifest.json')
      : resolve(userFolder(), request.manifest);
  const manifest = await readGivenManifest(manifestPath, request.sha256);
  const { name, sha256 } = manifest;

  const there = (await library.list()).find((entry) => entry.name === name);
  if (there?.model?.manifest.sha256 === sha256 && there.origin === 'added') {
    return { json: describe(there.model), text: `${name} is there already.\n` };
  }
  if (there !== undefined) {
    throw new AppError('conflict', {
      detail: `There is another network "${name}" (${there.origin}): give this one another name, or remove that one.`,
    });
  }
  await askForLicense(manifest, request.acceptLicense);
  const downloads = isAddress ? await library.openDownloads() : null;
  const installed = await library.install(
    manifest,
    (path) =>
      downloads === null
        ? copyChecked(file, path, sha256)
        : download(source, path, {
            sha256,
            folder: downloads,
            ranges: config.sourceAllowedRanges,
            signal,
            say,
          }),
    (folder) => tryApart(folder, name, signal),
  );
  return {
    json: describe(installed),
    text: `${name} is installed. To use it: npm run models -- use ${manifest.role} ${name}\n`,
  };
}

/** What a folder of a trained network holds; a file is itself. */
async function findFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? join(path, MODEL_FILE) : path;
}

const describe = ({ manifest: { role, name, version, sha256, license } }: Installed) => ({
  ...{ role, name, version, sha256, license },
});

type Installed = Awaited<ReturnType<ModelLibrary['install']>>;

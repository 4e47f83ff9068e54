import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
// By default export: a Node too old to have parseArgs gets as far as being told so.
import util from 'node:util';

const BUNDLED_CLIP = resolve(dirname(fileURLToPath(import.meta.url)), '../test/fixtures/average-person.mp4');

export const USAGE = `Usage: npm run --silent demo -- [VIDEO] [--json] [--keep]

  VIDEO    the video to analyse; default: the bundled clip
  --json   print the report as JSON on standard output, progress on standard error
  --keep   stay up afterwards and print the address, until Ctrl-C`;

/** A command line that cannot be followed; the command ends with status 2 before anything is started. */
export class UsageError extends Error {}

/**
 * @param {string[]} args what follows the name of the command
 * @param {string[]} folders where a relative path may begin, the first one first
 * @returns {{ help: true } | { help: false; video: string; json: boolean; keep: boolean }}
 * @throws {UsageError}
 */
export function parseDemoArguments(args, folders) {
  let parsed;
  try {
    parsed = util.parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(`${error.message.split('. ')[0]}.\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return { help: true };
  if (positionals.length > 1) throw new UsageError(`One video at a time, please.\n\n${USAGE}`);
  const given = positionals[0];
  const candidates = given === undefined ? [BUNDLED_CLIP] : folders.map((folder) => resolve(folder, given));
  const video = candidates.find((path) => existsSync(path));
  if (video === undefined) throw new UsageError(`There is no file ${given ?? BUNDLED_CLIP}.`);
  if (!statSync(video).isFile()) throw new UsageError(`${given} is not a file.`);
  return { help: false, video, json: values.json, keep: values.keep };
}

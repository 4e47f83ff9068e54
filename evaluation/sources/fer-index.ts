import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { createInterface } from 'node:readline';

import { emotionSchema } from '@eyeline/contracts';
import { z } from 'zod';

import { SPLITS } from '../arguments.js';
import { UsageError } from '../../commands/usage-error.js';

export const INDEX_NAME = 'index.ndjson';

const staysInside = (path: string): boolean => !normalize(path).startsWith('..') && !path.startsWith(sep);

const lineSchema = z.object({
  file: z.string().min(1).refine(staysInside, 'leaves the folder'),
  split: z.enum(SPLITS),
  label: emotionSchema,
  /** Null where the votes have no winner among the seven. */
  ferplus: emotionSchema.nullable(),
  in_training: z.boolean(),
});

export type FerPicture = z.infer<typeof lineSchema>;

/**
 * The pictures that evaluation/export_fer2013.py has written, one after the other.
 *
 * @throws {UsageError} naming the line that is none of the script's
 */
export async function* readFerIndex(folder: string): AsyncGenerator<FerPicture> {
  const path = join(folder, INDEX_NAME);
  await access(path).catch(() => {
    throw new UsageError(`There is no ${INDEX_NAME} in ${folder}: evaluation/export_fer2013.py writes one.`);
  });
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== '') yield parseLine(line, `${path}, line ${number}`);
  }
}

function parseLine(line: string, where: string): FerPicture {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${where}: ${(error as Error).message}`);
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) throw new UsageError(`${where}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

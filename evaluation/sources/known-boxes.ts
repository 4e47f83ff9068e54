import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { UsageError } from '../../commands/usage-error.js';
import { type KnownBox } from '../measures/count-boxes.js';

/** The boxes in every frame of a clip, in the order in which they are decoded. */
export interface KnownBoxes {
  /** Pixels of the upright video, which boxes are given in. */
  readonly width: number;
  readonly height: number;
  readonly frames: readonly (readonly KnownBox[])[];
}

const boxSchema = z
  .tuple([z.number().min(0).max(1), z.number(), z.number(), z.number().positive(), z.number().positive()])
  .transform(([score, x, y, w, h]): KnownBox => ({ score, x, y, w, h }));

const side = z.int().positive();

const fileSchema = z.record(
  z.string(),
  z.object({ width: side, height: side, frames: z.array(z.array(boxSchema)).min(1) }),
);

/**
 * Reads `{ NAME: { width, height, frames: [[[score, x, y, w, h], ...], ...] } }`.
 *
 * @returns the boxes of each clip by its name
 * @throws {UsageError} that says where the file is wrong
 */
export async function readKnownBoxes(path: string): Promise<ReadonlyMap<string, KnownBoxes>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The boxes in ${path} cannot be read (${error.code ?? error.message}).`);
  });
  return parseKnownBoxes(parseJson(text, path), path);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}`);
  }
}

/** @throws {UsageError} */
export function parseKnownBoxes(value: unknown, path: string): ReadonlyMap<string, KnownBoxes> {
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    // A box that is written otherwise is wrong a thousand times over.
    const [{ path: place, message }] = parsed.error.issues;
    const where = place.length === 0 ? '' : ` at ${place.join(' / ')}`;
    throw new UsageError(
      `${path} holds no boxes, {"clip.mp4": {"width", "height", "frames": [[[score, x, y, w, h], ...], ...]}}${where}: ${message}.`,
    );
  }
  return new Map(Object.entries(parsed.data));
}

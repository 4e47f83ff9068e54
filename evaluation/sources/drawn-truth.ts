import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { UsageError } from '../../commands/usage-error.js';

const angles = { yaw: z.number(), pitch: z.number() };
const point = z.tuple([z.number(), z.number()]);

/** One line of truth.jsonl, as training/drawn writes it: what is measured against, and what it is measured over. */
const truthSchema = z.object({
  file: z.string().regex(/^[^/\\]+$/, 'leaves the folder'),
  focal_px: z.number().positive(),
  face_width_px: z.number().positive(),
  distance_mm: z.number().positive(),
  head_pose: z.object({ ...angles, roll: z.number() }),
  head_pose_to_ray: z.object(angles),
  gaze: z.object(angles),
  gaze_to_ray: z.object(angles),
  camera_angle_deg: z.number().nonnegative(),
  lids_shut: z.number(),
  eyes_open: z.boolean(),
  looking_at_camera: z.boolean(),
  pupils: z.array(point).length(2),
  landmarks: z.array(point).length(68),
  brightness: z.number(),
  glasses: z.object({ reflections: z.number() }).nullable(),
});

/** What is true of a drawn picture: angles in degrees with the signs of docs/outputs.md, places in pixels of that picture. */
export type DrawnTruth = z.infer<typeof truthSchema>;

export const TRUTH_FILE = 'truth.jsonl';

/** @throws {UsageError} naming the line that cannot be used */
export async function readDrawnTruth(path: string): Promise<DrawnTruth[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${path} cannot be read (${error.code ?? error.message}): training/drawn writes it beside its pictures.`,
    );
  });
  const lines = text.split('\n');
  return lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [parseLine(line, `${TRUTH_FILE}, line ${i + 1}`)],
  );
}

function parseLine(line: string, where: string): DrawnTruth {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${where} is no JSON.`);
  }
  const parsed = truthSchema.safeParse(value);
  if (!parsed.success) throw new UsageError(`${where} is malformed: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

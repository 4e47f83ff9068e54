import { readFile } from 'node:fs/promises';

import { emotionSchema } from '@eyeline/contracts';
import { z } from 'zod';

const rangeSchema = z
  .object({ start_s: z.number().nonnegative(), end_s: z.number() })
  .refine(({ start_s, end_s }) => end_s > start_s, 'ends before it begins');

/** null: not known, or not to be judged. */
const segmentSchema = z.intersection(
  rangeSchema,
  z.object({
    emotion: emotionSchema.nullable(),
    looking_at_camera: z.boolean().nullable(),
    face_present: z.boolean().nullable(),
  }),
);

const personSchema = z.object({
  segments: z.array(segmentSchema).min(1),
  /** All of them, each from lids that begin to fall until the eyes are open again; null: nobody has counted them. */
  blinks: z.array(rangeSchema).nullable().default(null),
  /** Where that cannot be said, or the eyes stay shut or cast down: a blink found there is neither right nor wrong. */
  blinks_unknown: z.array(rangeSchema).default([]),
  /** Where the middle of the face is, in pixels of a picture `width` wide. */
  path: z
    .array(z.object({ t_s: z.number(), x: z.number() }))
    .min(1)
    .optional(),
});

const truthSchema = z.union([
  z.object({ width: z.number().positive(), people: z.array(personSchema).min(1) }),
  personSchema.extend({ width: z.number().positive() }),
]);

/** Seconds of the video, the end not included. */
export type TruthRange = z.infer<typeof rangeSchema>;
export type TruthSegment = z.infer<typeof segmentSchema>;
export type PersonTruth = z.infer<typeof personSchema>;

/** What is to be seen in a clip, as in test/fixtures: of one person, or of several with the paths of their faces. */
export interface ClipTruth {
  readonly width: number;
  readonly people: readonly PersonTruth[];
}

/** A truth that cannot be used; the message says why. */
export class TruthError extends Error {}

/** @throws {TruthError} */
export async function readTruth(path: string): Promise<ClipTruth> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new TruthError(`the truth cannot be read: ${(error as Error).message}`);
  }
  return parseTruth(value);
}

/** @throws {TruthError} */
export function parseTruth(value: unknown): ClipTruth {
  const isGroup = typeof value === 'object' && value !== null && 'people' in value;
  const parsed = truthSchema.options[isGroup ? 0 : 1].safeParse(value);
  if (!parsed.success) throw new TruthError(`the truth is malformed: ${z.prettifyError(parsed.error)}`);
  const { width, ...rest } = parsed.data;
  const people = 'people' in rest ? rest.people : [rest];
  if (people.length > 1 && people.some(({ path }) => path === undefined)) {
    throw new TruthError('the truth is malformed: of several people each needs a path');
  }
  people.forEach(checkBlinks);
  return { width, people };
}

function checkBlinks({ blinks, blinks_unknown: unknown }: PersonTruth): void {
  if (blinks === null) {
    if (unknown.length === 0) return;
    throw new TruthError(
      'the truth is malformed: blinks_unknown says where blinks are not known, but there are no blinks',
    );
  }
  const ranges = [...blinks, ...unknown].sort((a, b) => a.start_s - b.start_s);
  const twice = ranges.find(({ start_s }, i) => i > 0 && start_s < ranges[i - 1].end_s);
  if (twice === undefined) return;
  throw new TruthError(
    `the truth is malformed: ranges of blinks and blinks_unknown overlap at ${twice.start_s} s`,
  );
}

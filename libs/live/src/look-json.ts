import {
  APPEARANCE_LENGTH,
  EMOTIONS,
  FRAME_OUTCOMES,
  LANDMARKS_LENGTH,
  modelReferenceSchema,
  regionSchema,
} from '@eyeline/contracts';
import { z } from 'zod';

import { type Look } from './look.js';

const vector = (length: number) =>
  z
    .array(z.number())
    .length(length)
    .transform((values) => Float32Array.from(values));

const faceSchema = z.object({
  region: regionSchema,
  score: z.number(),
  emotions: vector(EMOTIONS.length),
  headPose: z.object({ yawDeg: z.number(), pitchDeg: z.number(), rollDeg: z.number() }),
  gaze: z.object({ yawDeg: z.number(), pitchDeg: z.number() }),
  cameraAngleDeg: z.number(),
  eyesOpen: z.boolean(),
  eyesReadable: z.boolean(),
  quality: z.number(),
  landmarks: vector(LANDMARKS_LENGTH),
  appearance: vector(APPEARANCE_LENGTH),
});

const lookSchema = z.object({
  observation: z.object({
    tS: z.number(),
    outcome: z.enum(FRAME_OUTCOMES),
    facesDropped: z.int(),
    faces: z.array(faceSchema),
  }),
  picture: z.object({ width: z.int().positive(), height: z.int().positive() }),
  engine: z.object({ models: z.array(modelReferenceSchema), executionProvider: z.string() }),
});

/** A look as JSON text. Numbers come back as they were: JSON holds the shortest text of each that does. */
export const encodeLook = (look: Look): string =>
  JSON.stringify(look, (_key, value: unknown) => (value instanceof Float32Array ? Array.from(value) : value));

/** @throws {z.ZodError} when the text is JSON of something else; {SyntaxError} when it is no JSON */
export const decodeLook = (text: string): Look => lookSchema.parse(JSON.parse(text));

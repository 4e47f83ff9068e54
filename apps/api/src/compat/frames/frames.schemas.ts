import { emotionSchema, emotionValuesSchema, sessionIdSchema } from '@eyeline/contracts';
import { z } from 'zod';

import { TITLE_LABELS, UPPER_LABELS } from '../prototype-labels.js';

const picture = z
  .string()
  .describe(
    'A JPEG, PNG or WebP image as a `data:` URL in base64, such as `data:image/jpeg;base64,...`, or its base64 alone.',
  );

const sessionId = sessionIdSchema.nullish().describe('Smooths over the pictures of this session.');

const probability = z.number().min(0).max(1);

/** A probability for each of these names. */
const byLabel = <L extends string>(labels: readonly L[]) =>
  z.object(Object.fromEntries(labels.map((label) => [label, probability])) as Record<L, typeof probability>);

/** Prototypes' clients send what they like beside the picture: it is left alone. */
export const prototypePictureSchema = z.looseObject({ image: picture });

export const prototypeSessionPictureSchema = prototypePictureSchema.extend({ session_id: sessionId });

export const prototypeStreamFrameSchema = z.looseObject({ frame: picture, session_id: sessionId });

/** A face is a rectangle of whole pixels inside the picture. */
const pixelRegion = z.object({
  x: z.int(),
  y: z.int(),
  w: z.int(),
  h: z.int(),
});

/** `POST /analyze` */
export const prototypeAnalyzeSchema = z.discriminatedUnion('detected', [
  z.object({
    detected: z.literal(true),
    dominant_emotion: emotionSchema,
    emotions: emotionValuesSchema.describe('Percent; the seven add up to 100.'),
    region: pixelRegion,
  }),
  z.object({
    detected: z.literal(false),
    dominant_emotion: z.null(),
    emotions: z.object({}),
    region: z.null(),
  }),
]);

export type PrototypeAnalyze = z.infer<typeof prototypeAnalyzeSchema>;

/** `POST /predict_emotion` and `POST /predict_emotion_stream` */
export const prototypeFacesSchema = z.object({
  faces: z.array(
    z.object({
      emotion: z.enum(TITLE_LABELS),
      confidence: probability.describe('The probability of that emotion.'),
      probabilities: byLabel(TITLE_LABELS),
      region: pixelRegion,
    }),
  ),
});

export type PrototypeFaces = z.infer<typeof prototypeFacesSchema>;

export const NO_FACE = 'No face detected';

/** `POST /predict` */
export const prototypePredictSchema = z.union([
  z.object({
    emotion: z.enum(UPPER_LABELS),
    confidence: probability.describe('The probability of that emotion.'),
    scores: byLabel(UPPER_LABELS),
  }),
  z.object({ emotion: z.literal(NO_FACE) }),
]);

export type PrototypePredict = z.infer<typeof prototypePredictSchema>;

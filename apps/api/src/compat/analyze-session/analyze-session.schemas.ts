import { MAX_NARRATIVE, narrativeRequestSchema } from '@eyeline/contracts';
import { z } from 'zod';

/** An hour at three a second. */
const MAX_LABELS = 10_000;

/** The body of `POST /analyze_session`. Prototypes' clients send what they like beside it: it is left alone. */
export const prototypeSessionSchema = z.looseObject({
  context: narrativeRequestSchema.shape.context,
  emotions: z
    .array(z.string())
    .min(1)
    .max(MAX_LABELS)
    .describe('Expressions in the order in which they were seen, in English or Spanish, in any case.'),
});

export type PrototypeSession = z.output<typeof prototypeSessionSchema>;

export const prototypeAnalysisSchema = z.object({ analysis: z.string().max(MAX_NARRATIVE) });

export type PrototypeAnalysis = z.infer<typeof prototypeAnalysisSchema>;

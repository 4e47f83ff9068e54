import { z } from 'zod';

/** The longest text that a client may say about a recording, and the longest that is written about it. */
const MAX_CONTEXT = 2000;
export const MAX_NARRATIVE = 3000;

const language = z
  .string()
  .max(35)
  .refine(isLanguage, { message: 'must be a language tag such as en, es or pt-BR.' });

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The body of `POST /v1/analyses/{id}/narrative`. */
export const narrativeRequestSchema = z.strictObject({
  context: z
    .string()
    .max(MAX_CONTEXT)
    .default('')
    .describe('What the recording is about, in words of your own. It goes to the language model.'),
  language: language.default('en').describe('The language to write in, as a BCP 47 tag.'),
});

export type NarrativeRequest = z.output<typeof narrativeRequestSchema>;

export const narrativeSchema = z.object({
  object: z.literal('narrative'),
  language: z.string(),
  text: z.string().max(MAX_NARRATIVE),
  cited_times_s: z
    .array(z.number())
    .describe('The times that the text names, in seconds and in order. All of them are in the report.'),
  model: z.string().describe('The language model that wrote it.'),
});

export type Narrative = z.infer<typeof narrativeSchema>;

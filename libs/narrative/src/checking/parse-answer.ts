import { MAX_NARRATIVE } from '@eyeline/contracts';
import { z } from 'zod';

/** Why an answer may not be shown, in words for the model and for the log. */
export class RefusedAnswer extends Error {}

const answerSchema = z.object({ text: z.string(), cited_times_s: z.array(z.number()) });

export type RawAnswer = z.infer<typeof answerSchema>;

/**
 * What a model wrote: a text of a length that can be shown, and the times that it says are in it.
 *
 * @throws RefusedAnswer
 */
export function parseAnswer(raw: string): RawAnswer {
  const parsed = answerSchema.safeParse(parseJson(raw));
  if (!parsed.success) throw new RefusedAnswer('The JSON had another form.');
  const text = parsed.data.text.trim();
  if (text === '') throw new RefusedAnswer('The text was empty.');
  if (text.length > MAX_NARRATIVE) {
    throw new RefusedAnswer(`The text had ${text.length} characters, more than ${MAX_NARRATIVE}.`);
  }
  return { ...parsed.data, text };
}

function parseJson(raw: string): unknown {
  // Some models put JSON into a fence although they are asked for JSON alone.
  const bare = raw.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  try {
    return JSON.parse(bare);
  } catch {
    // Not told further: the parser's words hold some of the text, which is about people.
    throw new RefusedAnswer('It was no JSON.');
  }
}

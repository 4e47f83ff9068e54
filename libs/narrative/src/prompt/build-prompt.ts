import { MAX_NARRATIVE, type Measurements, type NarrativeRequest } from '@eyeline/contracts';

import { type Prompt } from '../models/language-model.js';
import { describeCourse } from './describe-course.js';
import { COMMON_RULES, nameLanguage } from './rules.js';

/**
 * The question to the language model. All that is not ours is one JSON document in the user's part, so that nothing in
 * it can end its own quotation marks; the system's part says that it is data.
 */
export function buildPrompt(measurements: Measurements, { context, language }: NarrativeRequest): Prompt {
  const system = [
    'You are given a JSON document: measurements of the facial expressions in a recording, and "context", words of the person who asks about it.',
    'Tell in 60 to 180 words, warmly and plainly, how the expressions changed over time and when people looked at the camera.',
    `Write in this language: ${nameLanguage(language)}.`,
    '',
    'Rules:',
    ...COMMON_RULES,
    '- Name at least one time. Write times as in the document (m:ss), and only times that stand in it. Write no lengths in seconds and no other numbers with a colon.',
    `- Answer with JSON alone: {"text": "...", "cited_times_s": [...]}. "text" is plain text of less than ${MAX_NARRATIVE} characters; "cited_times_s" holds each time that it names, in seconds.`,
  ].join('\n');
  return { system, user: JSON.stringify({ context, measurements: describeCourse(measurements) }) };
}

/** The same question, once an answer to it was refused. */
export const askAgain = ({ system, user }: Prompt, refusal: string): Prompt => ({
  system: `${system}\n\nAn earlier answer was refused: ${refusal} Keep to the rules this time.`,
  user,
});

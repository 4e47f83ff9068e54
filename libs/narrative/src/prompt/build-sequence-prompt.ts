import { MAX_NARRATIVE } from '@eyeline/contracts';

import { type EmotionSequence } from '../emotion-sequence.js';
import { type Prompt } from '../models/language-model.js';
import { describeSequence } from './describe-sequence.js';
import { COMMON_RULES, nameLanguage } from './rules.js';

/** The question about expressions without times, built like that about a report (`buildPrompt`). */
export function buildSequencePrompt({ context, emotions, language }: EmotionSequence): Prompt {
  const system = [
    'You are given a JSON document: the facial expressions of a session in the order in which they were seen, and "context", words of the person who asks about it.',
    'Tell in 40 to 150 words, warmly and plainly, how the expressions changed from the first to the last, and which prevailed.',
    `Write in this language: ${nameLanguage(language)}.`,
    '',
    'Rules:',
    ...COMMON_RULES,
    '- No times and no lengths of time: none were measured. No numbers with a colon, no seconds or minutes.',
    `- Answer with JSON alone: {"text": "...", "cited_times_s": []}. "text" is plain text of less than ${MAX_NARRATIVE} characters; "cited_times_s" is empty.`,
  ].join('\n');
  return { system, user: JSON.stringify({ context, measurements: describeSequence(emotions) }) };
}

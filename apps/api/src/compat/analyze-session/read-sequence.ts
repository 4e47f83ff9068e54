import { EMOTIONS } from '@eyeline/contracts';
import { type EmotionSequence } from '@eyeline/narrative';

import { invalidRequest } from '../../common/problems/field-errors.js';
import { type PrototypeSession } from './analyze-session.schemas.js';
import { findEmotion, languageOf } from './emotion-labels.js';

/** The most unknown labels that an answer names. */
const MAX_NAMED = 50;

/** @throws AppError invalid_request, naming each label that is not known */
export function readSequence({ context, emotions: labels }: PrototypeSession): EmotionSequence {
  const found = labels.map(findEmotion);
  const known = found.filter((one) => one !== null);
  if (known.length < found.length) {
    const message = `No emotion is known by that name. Known are ${EMOTIONS.join(', ')}, and their Spanish names.`;
    const errors = found.flatMap((one, i) => (one === null ? [{ pointer: `/emotions/${i}`, message }] : []));
    throw invalidRequest(errors.slice(0, MAX_NAMED));
  }
  return {
    context,
    emotions: known.map(({ emotion }) => emotion),
    language: languageOf(known.map(({ language }) => language)),
  };
}

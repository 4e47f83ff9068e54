import { randomBytes } from 'node:crypto';

/** Crockford's base32 in lower case: its order as text is its order as a number. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const TIME_CHARACTERS = 10; // 50 bits of milliseconds, good for 35,000 years
const RANDOM_CHARACTERS = 10; // 50 bits

/**
 * An id for an analysis: `an_` and 20 characters, of which the first ten are the time, so that ids sort by it.
 *
 * @example newAnalysisId() // 'an_01ke3p8z5q7m2vxr0w9c'
 */
export function newAnalysisId(nowMs = Date.now()): string {
  let time = '';
  for (let rest = nowMs; time.length < TIME_CHARACTERS; rest = Math.floor(rest / 32)) {
    time = ALPHABET[rest % 32] + time;
  }
  const random = Array.from(randomBytes(RANDOM_CHARACTERS), (byte) => ALPHABET[byte % 32]);
  return `an_${time}${random.join('')}`;
}

import { AppError, type AnalysisOptions } from '@eyeline/contracts';

/**
 * The stretch of the video that the options ask for, in seconds: `startS <= t < endS`.
 *
 * @throws {AppError} invalid_request when it starts after the video has ended
 */
export function chooseRange(
  durationS: number,
  options: Pick<AnalysisOptions, 'start_s' | 'end_s'>,
): { startS: number; endS: number } {
  if (options.start_s >= durationS) {
    const message = `The video ends at ${durationS} s, before start_s.`;
    throw new AppError('invalid_request', { detail: message, errors: [{ pointer: '/start_s', message }] });
  }
  return { startS: options.start_s, endS: Math.min(options.end_s ?? durationS, durationS) };
}

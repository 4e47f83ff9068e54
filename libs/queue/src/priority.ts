import { AppError } from '@eyeline/contracts';

/** The last priority: BullMQ's limit, so that Redis can keep priority and order of arrival in one exact number. */
export const MAX_PRIORITY = 2 ** 21 - 1;

/**
 * A place in the line as BullMQ takes it; places behind the last one count as the last.
 *
 * @throws {AppError} internal when it is no integer from 1 on: 0 would go before all others
 */
export function toPriority(place: number): number {
  if (Number.isSafeInteger(place) && place >= 1) return Math.min(place, MAX_PRIORITY);
  throw new AppError('internal', { detail: `${place} is no priority: they are integers from 1 on.` });
}

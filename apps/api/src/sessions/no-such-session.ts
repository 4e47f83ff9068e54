import { AppError } from '@eyeline/contracts';

/** For a name that has no session, and for one of another key: the two cannot be told apart. */
export const noSuchSession = (): AppError =>
  new AppError('not_found', { detail: 'There is no session of this name, or it was forgotten.' });

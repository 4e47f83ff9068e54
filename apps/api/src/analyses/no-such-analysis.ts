import { AppError } from '@eyeline/contracts';

/** For an id that nobody has, and for one of another project: the two cannot be told apart. */
export const noSuchAnalysis = (id: string): AppError =>
  new AppError('not_found', { detail: `There is no analysis ${id}.` });

import { AppError } from '@eyeline/contracts';

/** For uploads of other projects too: nobody learns that there is one. */
export const noSuchUpload = (id: string): AppError =>
  new AppError('not_found', { detail: `There is no upload ${id}.` });

import { AppError } from '@eyeline/contracts';

import { SourceFailure } from './source-failure.js';

/** How a guard of addresses says that it does not let us fetch from one. */
export const SOURCE_REFUSALS = {
  forbidden: (detail: string): AppError => new AppError('source_forbidden', { detail }),
  /** A name server may only be away for a while. */
  unknownHost: (detail: string): AppError => new SourceFailure(detail),
};

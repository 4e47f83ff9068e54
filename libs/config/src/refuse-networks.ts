import { AppError } from '@eyeline/contracts';

import { ConfigError } from './load-config.js';

/**
 * What is wrong with the networks that a process would work with ends its start as a wrong setting does.
 *
 * @throws {ConfigError} for an `AppError`; other errors as they are
 * @example await tryModels(config.models).catch(refuseNetworks);
 */
export function refuseNetworks(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw new ConfigError([error.detail], 'The networks cannot be used');
}

import { type Config, refuseNetworks } from '@eyeline/config';
import { tryModels, verifyModels } from '@eyeline/vision';

/** @throws {ConfigError} naming the file and the reason, when a network that videos need cannot be used */
export const checkNetworks = ({ models }: Config): Promise<void> => tryModels(models).catch(refuseNetworks);

/**
 * The networks that videos are looked at with, by name.
 *
 * @throws AppError internal, naming the file that is missing or is another one
 */
export const nameNetworks = ({ models }: Config): Promise<string[]> => verifyModels(models);

import { type Config, refuseNetworks } from '@eyeline/config';
import { tryModels } from '@eyeline/vision';

/** @throws {ConfigError} naming the file and the reason, when a network that videos need cannot be used */
export const checkNetworks = ({ models }: Config): Promise<void> => tryModels(models).catch(refuseNetworks);

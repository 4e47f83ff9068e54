import { type Config, refuseNetworks } from '@eyeline/config';
import { tryEmotionModels, tryModels, verifyModels } from '@eyeline/vision';

/** @throws {ConfigError} naming the file and the reason, when a network that videos need or may name cannot be used */
export async function checkNetworks({
  models,
  offeredEmotionModels,
  comparedEmotionModel,
}: Config): Promise<void> {
  try {
    await tryModels(models);
    const named = [...(offeredEmotionModels ?? []), comparedEmotionModel];
    await tryEmotionModels(named, models.folder);
  } catch (error) {
    refuseNetworks(error);
  }
}

/**
 * The networks that videos are looked at with, by name.
 *
 * @throws AppError internal, naming the file that is missing or is another one
 */
export const nameNetworks = ({ models }: Config): Promise<string[]> => verifyModels(models);

import { MODEL_ROLES } from './model-manifest.js';
import { ModelSession } from './model-session.js';
import { listModels, type ModelChoice, readBytes, readModel, type StoredModel } from './model-store.js';
import { type InstalledModel } from './survey-models.js';

/**
 * Reads every network that a frame needs, without loading any.
 *
 * @returns their names
 * @throws {AppError} internal, naming the file that is missing, or whose bytes are others than its manifest names
 */
export async function verifyModels(choice?: ModelChoice, folder?: string): Promise<string[]> {
  const models = await Promise.all(MODEL_ROLES.map((role) => readModel(role, choice, folder)));
  return models.map(({ manifest }) => manifest.name);
}

/**
 * Loads every network that a frame needs on the processor, has it look at a drawn face, and frees it again: for the start
 * of a process, so that a wrong file is told then and not with the first video. Blocks its thread for about 0.1 s.
 *
 * @throws {AppError} internal, naming the file, as `readModel` and `ModelSession.create`
 */
export async function tryModels(choice?: ModelChoice, folder?: string): Promise<void> {
  for (const role of MODEL_ROLES) {
    await tryStored(await readModel(role, choice, folder));
  }
}

/**
 * The same for further emotion networks, by name.
 *
 * @throws {AppError} internal, naming the file, or the name that is not there
 */
export async function tryEmotionModels(names: readonly string[], folder: string | null): Promise<void> {
  for (const emotion of names) {
    await tryStored(await readModel('emotion', { folder, emotion }));
  }
}

/** Names of the emotion networks that are shipped. */
export async function listShippedEmotionModels(): Promise<string[]> {
  const models = await listModels();
  return models.flatMap(({ manifest: { role, name } }) => (role === 'emotion' ? [name] : []));
}

/**
 * The same for one network, whether it is used or not.
 *
 * @throws {AppError} internal, naming the file
 */
export async function tryModel(model: InstalledModel): Promise<void> {
  await tryStored(await readBytes(model));
}

async function tryStored(model: StoredModel): Promise<void> {
  const session = await ModelSession.create(model, 'cpu');
  await session.dispose();
}

import { MODEL_ROLES } from './model-manifest.js';
import { readDefaultModel } from './model-store.js';

/**
 * Reads every network that a frame needs, without loading any.
 *
 * @throws {AppError} internal, naming the file that is missing, or whose bytes are others than its manifest names
 */
export async function verifyModels(folder?: string): Promise<void> {
  await Promise.all(MODEL_ROLES.map((role) => readDefaultModel(role, folder)));
}

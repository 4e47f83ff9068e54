import { type ModelReference } from '@eyeline/contracts';

import { type ExecutionProvider, listProviders, type RequestedProvider } from './execution-provider.js';
import { MODEL_ROLES, type ModelRole } from './model-manifest.js';
import { ModelSession } from './model-session.js';
import { type ModelChoice, readModel, type StoredModel } from './model-store.js';

/** The network of every role, all on one provider. */
export interface LoadedModels {
  readonly sessions: Readonly<Record<ModelRole, ModelSession>>;
  readonly references: readonly ModelReference[];
  readonly provider: ExecutionProvider;
  /** Why a better provider is not used, a line each; empty when the first choice works. */
  readonly fallbacks: readonly string[];
}

/**
 * Loads the network of every role, the default one where none is chosen, on the best provider that takes them all.
 *
 * @throws {AppError} internal when a file is missing or wrong, or when even the CPU cannot run a network
 */
export async function loadModels(
  requested: RequestedProvider,
  choice?: ModelChoice,
  folder?: string,
): Promise<LoadedModels> {
  const models = await Promise.all(MODEL_ROLES.map((role) => readModel(role, choice, folder)));
  const providers = listProviders(requested);
  const fallbacks: string[] = [];
  if (requested !== 'auto' && requested !== providers[0]) {
    fallbacks.push(`${requested} is not installed with this onnxruntime`);
  }
  for (const provider of providers) {
    try {
      return {
        sessions: await createSessions(models, provider),
        references: models.map(({ manifest: { role, name, version, sha256 } }) => ({
          role,
          name,
          version,
          sha256,
        })),
        provider,
        fallbacks,
      };
    } catch (error) {
      if (provider === 'cpu') throw error;
      fallbacks.push(String(error));
    }
  }
  throw new Error('unreachable: the CPU is always tried last');
}

async function createSessions(
  models: readonly StoredModel[],
  provider: ExecutionProvider,
): Promise<Record<ModelRole, ModelSession>> {
  const created: [ModelRole, ModelSession][] = [];
  try {
    for (const model of models) {
      const session = await ModelSession.create(model, provider);
      created.push([model.manifest.role, session]);
    }
  } catch (error) {
    await Promise.all(created.map(([, session]) => session.dispose()));
    throw error;
  }
  return Object.fromEntries(created) as Record<ModelRole, ModelSession>;
}

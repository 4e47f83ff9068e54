import { type ModelReference } from '@eyeline/contracts';

import { type ExecutionProvider, listProviders, type RequestedProvider } from './execution-provider.js';
import { MODEL_ROLES, type ModelRole } from './model-manifest.js';
import { ModelSession } from './model-session.js';
import { type ModelChoice, readModel, type StoredModel } from './model-store.js';

/** The network of every role, all on one provider. */
export interface LoadedModels {
  readonly sessions: Readonly<Record<ModelRole, ModelSession>>;
  readonly references: readonly ModelReference[];
  /** A second emotion network; null: none was asked for. */
  readonly compared: { readonly session: ModelSession; readonly reference: ModelReference } | null;
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
  const compared =
    choice?.compared == null
      ? null
      : await readModel('emotion', { ...choice, emotion: choice.compared }, folder);
  const providers = listProviders(requested);
  const fallbacks: string[] = [];
  if (requested !== 'auto' && requested !== providers[0]) {
    fallbacks.push(`${requested} is not installed with this onnxruntime`);
  }
  for (const provider of providers) {
    try {
      const sessions = await createSessions(compared === null ? models : [...models, compared], provider);
      const byRole = MODEL_ROLES.map((role, i) => [role, sessions[i]] as const);
      return {
        sessions: Object.fromEntries(byRole) as Record<ModelRole, ModelSession>,
        references: models.map(toReference),
        compared: compared && {
          session: sessions[MODEL_ROLES.length],
          reference: toReference(compared),
        },
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

const toReference = ({ manifest: { role, name, version, sha256 } }: StoredModel): ModelReference => ({
  ...{ role, name, version, sha256 },
});

async function createSessions(
  models: readonly StoredModel[],
  provider: ExecutionProvider,
): Promise<ModelSession[]> {
  const created: ModelSession[] = [];
  try {
    for (const model of models) {
      created.push(await ModelSession.create(model, provider));
    }
  } catch (error) {
    await Promise.all(created.map((session) => session.dispose()));
    throw error;
  }
  return created;
}

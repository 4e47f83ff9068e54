import { type Runtime } from '../runtime/runtime.module.js';

/**
 * The pages that may read our answers may also send the parts of their uploads straight to the bucket. Where no site is
 * named, the bucket's own rules stay as they are.
 *
 * @throws AppError storage_unavailable
 */
export async function allowBrowsers({
  config: { corsOrigins },
  storage: { direct },
  logger,
}: Pick<Runtime, 'config' | 'storage' | 'logger'>): Promise<void> {
  if (direct === null || corsOrigins.length === 0) return;
  if (await direct.allowOrigins(corsOrigins)) return;
  logger.warn('pages of other sites cannot upload straight to the bucket: set its CORS rules by hand');
}

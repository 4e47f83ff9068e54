import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { listSupportedBackends } from 'onnxruntime-node';

/** What a user may ask for (EXECUTION_PROVIDER). */
export type RequestedProvider = 'auto' | 'cpu' | 'cuda' | 'tensorrt' | 'webgpu';

/** What sessions run on. */
export type ExecutionProvider = Exclude<RequestedProvider, 'auto'>;

/**
 * The providers to try, best first; the last one is always `cpu`, which cannot fail to be there.
 *
 * `auto` is the CPU unless CUDA is installed: WebGPU is built in on many machines, but with networks as small as these
 * (0.1 to 2 ms a run) the way to the GPU and back costs more than it saves.
 */
export function listProviders(
  requested: RequestedProvider,
  installed: readonly string[] = listInstalledProviders(),
): ExecutionProvider[] {
  const wanted = requested === 'auto' ? 'cuda' : requested;
  return wanted !== 'cpu' && installed.includes(wanted) ? [wanted, 'cpu'] : ['cpu'];
}

/**
 * onnxruntime-node names CUDA and TensorRT whether or not their libraries were installed beside it, and prints an error
 * of its own when they are tried in vain: so the files are looked for first.
 */
function listInstalledProviders(): string[] {
  const bin = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json')), 'bin');
  const folders = readdirSync(bin).map((abi) => join(bin, abi, process.platform, process.arch));
  const hasLibrary = (provider: string): boolean =>
    folders.some((folder) =>
      [`libonnxruntime_providers_${provider}.so`, `onnxruntime_providers_${provider}.dll`].some((file) =>
        existsSync(join(folder, file)),
      ),
    );
  return listSupportedBackends()
    .filter(({ name, bundled }) => bundled || hasLibrary(name))
    .map(({ name }) => name);
}

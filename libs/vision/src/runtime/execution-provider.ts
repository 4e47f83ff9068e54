import { listSupportedBackends } from 'onnxruntime-node';

/** What a user may ask for (EXECUTION_PROVIDER). */
export type RequestedProvider = 'auto' | 'cpu' | 'cuda' | 'tensorrt' | 'webgpu';

/** What sessions run on. */
export type ExecutionProvider = Exclude<RequestedProvider, 'auto'>;

/**
 * The providers to try, best first; the last one is always `cpu`, which cannot fail to be there.
 *
 * `auto` is the CPU unless the runtime has CUDA: WebGPU is built in on many machines, but with networks as
 * small as these (0.1 to 2 ms a run) the way to the GPU and back costs more than it saves.
 */
export function listProviders(
  requested: RequestedProvider,
  available: readonly string[] = listSupportedBackends().map(({ name }) => name),
): ExecutionProvider[] {
  const wanted: ExecutionProvider[] = requested === 'auto' ? ['cuda'] : [requested];
  const usable = wanted.filter((provider) => provider !== 'cpu' && available.includes(provider));
  return [...usable, 'cpu'];
}

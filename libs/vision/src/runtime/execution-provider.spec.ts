import { listProviders } from './execution-provider.js';

describe('listProviders', () => {
  it('ends with the CPU, whatever is asked for', () => {
    for (const requested of ['auto', 'cpu', 'cuda', 'tensorrt', 'webgpu'] as const) {
      expect(listProviders(requested, ['cpu', 'webgpu', 'cuda', 'tensorrt']).at(-1)).toBe('cpu');
    }
  });

  it('names each provider once, and only those that the runtime has', () => {
    expect(listProviders('cpu', ['cpu'])).toEqual(['cpu']);
    expect(listProviders('cuda', ['cpu'])).toEqual(['cpu']);
    expect(listProviders('webgpu', ['cpu', 'webgpu'])).toEqual(['webgpu', 'cpu']);
  });

  it('chooses CUDA by itself where it is built in, and never WebGPU', () => {
    expect(listProviders('auto', ['cpu', 'webgpu'])).toEqual(['cpu']);
    expect(listProviders('auto', ['cpu', 'webgpu', 'cuda'])).toEqual(['cuda', 'cpu']);
  });
});

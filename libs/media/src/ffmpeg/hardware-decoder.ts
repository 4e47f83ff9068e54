import { startProgram } from './child-process.js';

/** What ffmpeg can decode on instead of the processor: NVDEC, by its CUDA interface. */
export type HardwareDecoder = 'cuda';

/** Opening a device takes a fraction of a second; a driver that hangs, for ever. */
const TIME_LIMIT_MS = 20_000;

/**
 * Whether ffmpeg can open the device: asked once, because ffmpeg would refuse each video otherwise. Videos that the
 * device cannot decode are no matter: ffmpeg decodes them on the processor by itself.
 *
 * @returns null when it can, else what ffmpeg says is missing
 * @example const missing = await findWhatIsMissing('cuda'); // 'Cannot load libcuda.so.1 ...'
 */
export async function findWhatIsMissing(device: HardwareDecoder): Promise<string | null> {
  const nothing = ['-f', 'lavfi', '-i', 'color=s=16x16', '-frames:v', '1', '-f', 'null', '-'];
  const args = ['-v', 'error', '-nostdin', '-init_hw_device', `${device}=probe`, ...nothing];
  const probe = startProgram('ffmpeg', args, {});
  const timer = setTimeout(() => probe.kill(), TIME_LIMIT_MS);
  const exitCode = await probe.ended.finally(() => clearTimeout(timer));
  if (exitCode === 0) return null;
  return probe.messages.join(' ') || 'The device does not answer.';
}

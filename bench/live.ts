import { availableParallelism } from 'node:os';

import { type LiveClip, withLiveClip } from './live-frames.js';
import { type LiveLoad, runLiveLoad } from './live-load.js';
import { measurePeers, type PeerResult } from './live-peers.js';
import { readCpuSecondsOf } from './process-tree.js';
import { withApi } from './service-process.js';

const CLIENTS = 4;
const CAMERA_FRAMES_PER_S = 30;

/** Until the threads have started, and their networks are warm. */
const WARM_UP_S = 3;

/** With the API's processor time for each frame; null where it cannot be known. */
type OwnResult = LiveLoad & { readonly cpuMsPerFrame: number | null };

export interface LiveResult {
  readonly pictures: { readonly number: number; readonly width: number; readonly height: number };
  readonly meanBytes: number;
  readonly seconds: number;
  readonly cameraFramesPerS: number;
  /** Four cameras at once, which do not wait for answers. */
  readonly cameras: OwnResult;
  /** Clients that send the next frame when the last one is answered: one on one lane, four on as many lanes as cores. */
  readonly inTurn: readonly OwnResult[];
  readonly peers: readonly PeerResult[];
}

/**
 * Live frames over WebSockets, and on the same pictures in the same run what others do with them.
 *
 * @param seconds of each load
 */
export function measureLive(
  clip: string,
  seconds: number,
  onRun: (text: string) => void,
): Promise<LiveResult> {
  return withLiveClip(clip, async (pictures) => {
    const { jpegs, width, height } = pictures;
    const cores = availableParallelism();
    const one = await onLanes(1, pictures, [{ clients: 1, framesPerS: null, seconds }]);
    onRun(`one client on one lane: ${one[0].framesPerS.toFixed(1)} frames/s`);
    const [all, cameras] = await onLanes(cores, pictures, [
      { clients: CLIENTS, framesPerS: null, seconds },
      { clients: CLIENTS, framesPerS: CAMERA_FRAMES_PER_S, seconds },
    ]);
    onRun(`${CLIENTS} clients in turn on ${cores} lanes: ${all.framesPerS.toFixed(1)} frames/s`);
    onRun(
      `${CLIENTS} cameras: ${cameras.framesPerS.toFixed(1)} frames/s, p95 ${cameras.p95Ms.toFixed(0)} ms`,
    );
    return {
      pictures: { number: jpegs.length, width, height },
      meanBytes: jpegs.reduce((sum, { length }) => sum + length, 0) / jpegs.length,
      ...{ seconds, cameraFramesPerS: CAMERA_FRAMES_PER_S, cameras, inTurn: [...one, all] },
      peers: await measurePeers(pictures, onRun),
    };
  });
}

interface Load {
  readonly clients: number;
  readonly framesPerS: number | null;
  readonly seconds: number;
}

/** Loads one after the other on an API with so many lanes. */
const onLanes = (lanes: number, { jpegs }: LiveClip, loads: readonly Load[]): Promise<OwnResult[]> =>
  withApi({ LIVE_LANES: String(lanes) }, async ({ port, child }) => {
    const run = (load: Load): Promise<LiveLoad> => runLiveLoad(port, jpegs, { ...load, lanes });
    await run({ clients: CLIENTS, framesPerS: null, seconds: WARM_UP_S });
    const results: OwnResult[] = [];
    for (const load of loads) {
      const before = await readCpuSecondsOf(child.pid!);
      const result = await run(load);
      const after = await readCpuSecondsOf(child.pid!);
      const cpuS = before === null || after === null ? null : after - before;
      results.push({ ...result, cpuMsPerFrame: cpuS === null ? null : (1000 * cpuS) / result.answered });
    }
    return results;
  });

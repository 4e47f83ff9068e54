import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Report } from '@eyeline/contracts';
import { LanePool } from '@eyeline/lanes';
import { createStorage, objectKeys, type ObjectStorage } from '@eyeline/storage';

import { IntermediateObjects } from '../../apps/worker/src/intermediate-objects.js';
import { type AnalyseResult, type AnalyseTask } from '../../apps/worker/src/lanes/analyse-lane.js';
import { type AssembleTask } from '../../apps/worker/src/lanes/assemble-lane.js';
import { planVideo } from '../../apps/worker/src/plan-video.js';
import { openClip, type ClipWorkload } from './read-clip.js';

export interface LanesWorkload extends ClipWorkload {
  /** Threads that analyse at once. */
  readonly lanes: number;
  /** How often the clip is analysed in all. */
  readonly copies: number;
  /** Also write the report, as a worker does after the segments. */
  readonly assemble: boolean;
}

/** A worker's lanes on a real storage folder, without queue and database. */
export class LanesBench {
  private constructor(
    private readonly workload: LanesWorkload,
    private readonly root: string,
    private readonly storage: ObjectStorage,
    private readonly analyse: LanePool<AnalyseTask, AnalyseResult>,
    private readonly assemble: LanePool<AssembleTask, Report>,
  ) {}

  /** Stores the clip once for each copy and loads the networks of each lane. */
  static async open(workload: LanesWorkload): Promise<LanesBench> {
    const root = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
    const storage = createStorage({ kind: 'folder', root });
    const openLanes = <T, R>(name: string, threads: number): LanePool<T, R> =>
      new LanePool<T, R>(new URL(`../../apps/worker/src/lanes/${name}.js`, import.meta.url), {
        threads,
        onIdleCrash: (error) => process.stderr.write(`${error.stack}\n`),
      });
    const bench = new LanesBench(
      workload,
      root,
      storage,
      openLanes('analyse-lane', workload.lanes),
      openLanes('assemble-lane', 1),
    );
    for (let copy = 0; copy < workload.copies; copy++) await bench.prepare(copyId(copy), null);
    const warmUps = Array.from({ length: workload.lanes }, (_, lane) => `warm-${lane}`);
    for (const id of warmUps) await bench.prepare(id, 0.5);
    await Promise.all(warmUps.map((id) => bench.run(id, () => undefined)));
    return bench;
  }

  /** Analyses every copy; resolves with the number of frames. `onShare` hears how far the first copy is. */
  async runAll(onShare: (share: number) => void = () => undefined): Promise<number> {
    const ids = Array.from({ length: this.workload.copies }, (_, copy) => copyId(copy));
    const frames = await Promise.all(ids.map((id, i) => this.run(id, i === 0 ? onShare : () => undefined)));
    return frames.reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    await Promise.all([this.analyse.close(), this.assemble.close()]);
    await rm(this.root, { recursive: true, force: true });
  }

  private async prepare(analysisId: string, endS: number | null): Promise<void> {
    const videoKey = objectKeys.video(analysisId);
    const stored = await this.storage.put(videoKey, createReadStream(this.workload.clip));
    const { video, options } = await openClip(this.workload);
    const { plan, sampleTimes } = await planVideo({
      path: this.workload.clip,
      probed: video,
      options: { ...options, end_s: endS },
      stored,
      segmentS: Infinity,
      signal: new AbortController().signal,
    });
    await new IntermediateObjects(this.storage).putPlan({ analysisId, attempt: 1 }, plan, sampleTimes);
  }

  private async run(analysisId: string, onShare: (share: number) => void): Promise<number> {
    const { options } = await openClip(this.workload);
    const { signal } = new AbortController();
    const common = {
      analysisId,
      attempt: 1,
      options,
      storage: { kind: 'folder' as const, root: this.root },
    };
    const { segments, ...plan } = await new IntermediateObjects(this.storage).getPlan(common);
    const segment = {
      ...{ segment: 0, plan, stretch: segments[0] },
      ...{ videoKey: objectKeys.video(analysisId), videoSha256: plan.video.sha256 },
      executionProvider: 'auto' as const,
      decoder: null,
    };
    const onProgress = (frames: number): void => onShare(frames / plan.framesExpected);
    const { outcome } = await this.analyse.run({ ...common, ...segment }, { signal, onProgress });
    if (this.workload.assemble) await this.assemble.run({ ...common, engineVersion: 'bench' }, { signal });
    return outcome.frames;
  }
}

const copyId = (copy: number): string => `copy-${copy}`;

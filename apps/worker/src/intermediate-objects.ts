import { type Readable } from 'node:stream';

import {
  analysisPlanSchema,
  AppError,
  reportSchema,
  segmentOutcomeSchema,
  type AnalysisPlan,
  type Report,
  type SegmentOutcome,
} from '@eyeline/contracts';
import { type AttemptId } from '@eyeline/database';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';
import { type z } from 'zod';

/** What the jobs of an analysis hand to each other through the object storage. */
export class IntermediateObjects {
  constructor(private readonly storage: ObjectStorage) {}

  async putPlan({ analysisId, attempt }: AttemptId, plan: AnalysisPlan, sampleTimes: Float64Array) {
    const { buffer, byteOffset, byteLength } = sampleTimes;
    await this.storage.put(
      objectKeys.sampleTimes(analysisId, attempt),
      new Uint8Array(buffer, byteOffset, byteLength),
    );
    await this.putJson(objectKeys.plan(analysisId, attempt), plan);
  }

  /** Null until the video is prepared. */
  async findPlan({ analysisId, attempt }: AttemptId): Promise<AnalysisPlan | null> {
    const key = objectKeys.plan(analysisId, attempt);
    return (await this.storage.size(key)) === null ? null : this.getJson(key, analysisPlanSchema);
  }

  async getPlan({ analysisId, attempt }: AttemptId): Promise<AnalysisPlan> {
    return this.getJson(objectKeys.plan(analysisId, attempt), analysisPlanSchema);
  }

  async getSampleTimes({ analysisId, attempt }: AttemptId): Promise<Float64Array> {
    const bytes = await this.getBytes(objectKeys.sampleTimes(analysisId, attempt));
    // A copy, because a view needs its first byte at a multiple of eight.
    return new Float64Array(new Uint8Array(bytes).buffer);
  }

  /** The Arrow stream of a segment's observations. */
  async openObservations({ analysisId, attempt }: AttemptId, segment: number): Promise<Readable> {
    return this.open(objectKeys.observations(analysisId, attempt, segment));
  }

  async putOutcome({ analysisId, attempt }: AttemptId, segment: number, outcome: SegmentOutcome) {
    await this.putJson(objectKeys.outcome(analysisId, attempt, segment), outcome);
  }

  /** Null while the segment's observations are not complete. */
  async findOutcome({ analysisId, attempt }: AttemptId, segment: number): Promise<SegmentOutcome | null> {
    const key = objectKeys.outcome(analysisId, attempt, segment);
    return (await this.storage.size(key)) === null ? null : this.getJson(key, segmentOutcomeSchema);
  }

  async putReport({ analysisId, attempt }: AttemptId, report: Report) {
    await this.putJson(objectKeys.report(analysisId, attempt), report);
  }

  async getReport({ analysisId, attempt }: AttemptId): Promise<Report> {
    return this.getJson(objectKeys.report(analysisId, attempt), reportSchema);
  }

  private async putJson(key: string, value: unknown): Promise<void> {
    await this.storage.put(key, Buffer.from(JSON.stringify(value)));
  }

  private async getJson<S extends z.ZodType>(key: string, schema: S): Promise<z.output<S>> {
    return schema.parse(JSON.parse((await this.getBytes(key)).toString('utf8')));
  }

  private async getBytes(key: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.open(key)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** An object that an earlier job wrote; its absence is our fault, not a client's. */
  private async open(key: string): Promise<Readable> {
    try {
      return await this.storage.get(key);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      throw new AppError('internal', {
        detail: 'An intermediate result of the analysis is missing.',
        cause: error,
      });
    }
  }
}

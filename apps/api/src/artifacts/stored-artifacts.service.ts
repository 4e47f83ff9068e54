import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

import { AnalysesService } from '../analyses/analyses.service.js';
import { ResultsService } from '../analyses/results/results.service.js';
import { type DividedAnswer } from '../common/http/stream-part.js';
import { STORAGE } from '../runtime/runtime.module.js';
import { VIDEO_HEAD_BYTES, videoTypeOf } from './video-type.js';

/** As the tracker counts people. */
const FACE_ID = /^[1-9]\d{0,8}$/;

@Injectable()
export class StoredArtifacts {
  constructor(
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    private readonly analyses: AnalysesService,
    private readonly results: ResultsService,
  ) {}

  /** The video as it was sent, while it is kept. */
  async video(projectId: string, id: string): Promise<DividedAnswer> {
    const { videoKey, videoDeletedAt, videoSha256 } = await this.analyses.find(projectId, id);
    const answer = videoDeletedAt === null ? await this.open(videoKey, 'application/octet-stream') : null;
    if (answer === null) {
      throw new AppError('not_found', {
        detail: `The video of ${id} is not here: its time (retain_video_hours) is over, or it is still being fetched.`,
      });
    }
    const last = Math.min(answer.sizeBytes, VIDEO_HEAD_BYTES) - 1;
    return {
      ...answer,
      // What a retry fetches from a source may be another file.
      version: `${videoKey} ${videoSha256}`,
      type: videoTypeOf(await buffer(await answer.open({ start: 0, end: last }))),
    };
  }

  async face(projectId: string, id: string, faceId: string): Promise<DividedAnswer> {
    const { options, attempt } = await this.results.findCompleted(projectId, id);
    if (!options.thumbnails) throw notAskedFor(id, 'thumbnails');
    const answer = FACE_ID.test(faceId)
      ? await this.open(objectKeys.thumbnail(id, attempt, Number(faceId)), 'image/jpeg')
      : null;
    if (answer === null) {
      throw new AppError('not_found', { detail: `There is no picture of a person ${faceId} in ${id}.` });
    }
    return answer;
  }

  async annotatedVideo(projectId: string, id: string): Promise<DividedAnswer> {
    const { options, attempt } = await this.results.findCompleted(projectId, id);
    if (!options.annotated_video) throw notAskedFor(id, 'annotated_video');
    const answer = await this.open(objectKeys.annotatedVideo(id, attempt), 'video/mp4');
    if (answer === null) {
      throw new AppError('not_found', {
        detail: `The annotated video of ${id} could not be made: see the warnings of its report.`,
      });
    }
    return answer;
  }

  private async open(key: string, type: string): Promise<DividedAnswer | null> {
    const sizeBytes = await this.storage.size(key);
    if (sizeBytes === null) return null;
    // An object is never written anew: a retry has another attempt in its key.
    return { type, sizeBytes, version: key, open: (range) => this.storage.get(key, range) };
  }
}

const notAskedFor = (id: string, option: string): AppError =>
  new AppError('not_found', {
    detail: `The analysis ${id} was not asked for it: its option ${option} is false.`,
  });

import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

import { ResultsService } from '../analyses/results/results.service.js';
import { type DividedAnswer } from '../common/http/stream-part.js';
import { STORAGE } from '../runtime/runtime.module.js';

/** As the tracker counts people. */
const FACE_ID = /^[1-9]\d{0,8}$/;

@Injectable()
export class StoredArtifacts {
  constructor(
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    private readonly results: ResultsService,
  ) {}

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

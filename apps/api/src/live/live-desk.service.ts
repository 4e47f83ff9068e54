import { Inject, Injectable } from '@nestjs/common';
import { AppError, type LiveFrameRecord } from '@eyeline/contracts';
import { LiveFrames, toLoneRecord } from '@eyeline/live';

import { type Caller } from '../keys/caller.js';
import { LIVE_FRAMES } from '../runtime/runtime.module.js';
import { LiveMetrics } from './live-metrics.service.js';
import { type LiveQuestion } from './live-question.js';

/** Answers pictures one by one, in whatever way they came. */
@Injectable()
export class LiveDesk {
  constructor(
    @Inject(LIVE_FRAMES) private readonly frames: LiveFrames,
    private readonly metrics: LiveMetrics,
  ) {}

  /**
   * @param receive brings the picture, once there is room for it
   * @param gone fires when nobody waits for the answer any more
   * @throws AppError live_overloaded at once, when too many are in hand; what receiving throws; unsupported_media,
   *   too_many_pixels, timed_out, canceled, not_supported for a session
   */
  answer(
    _caller: Caller,
    receive: () => Promise<LiveQuestion> | LiveQuestion,
    gone: AbortSignal,
  ): Promise<LiveFrameRecord> {
    return this.metrics.measure(() =>
      this.frames.admit(async (look) => {
        const { image, sessionId, landmarks } = await receive();
        if (sessionId !== null) {
          throw new AppError('not_supported', {
            detail: 'Sessions are not supported: send the image without session_id.',
          });
        }
        return toLoneRecord(await look(image, gone), { landmarks });
      }),
    );
  }
}

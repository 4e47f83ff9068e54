import { Inject, Injectable } from '@nestjs/common';
import { type LiveFrameRecord } from '@eyeline/contracts';
import { type LiveFrames, type LookAtImage, toLoneRecord } from '@eyeline/live';

import { type Caller } from '../keys/caller.js';
import { LIVE_FRAMES } from '../runtime/runtime.module.js';
import { SessionFrames } from '../sessions/session-frames.service.js';
import { LiveMetrics } from './live-metrics.service.js';
import { type LiveQuestion } from './live-question.js';

/** Answers pictures one by one, in whatever way they came. */
@Injectable()
export class LiveDesk {
  constructor(
    @Inject(LIVE_FRAMES) private readonly frames: LiveFrames,
    private readonly metrics: LiveMetrics,
    private readonly sessions: SessionFrames,
  ) {}

  /**
   * @param receive brings the picture, once there is room for it
   * @param gone fires when nobody waits for the answer any more
   * @throws AppError live_overloaded at once, when too many are in hand; what receiving throws; unsupported_media,
   *   too_many_pixels, timed_out, canceled; of a session invalid_request, conflict, database_unavailable
   */
  answer(
    caller: Caller,
    receive: () => Promise<LiveQuestion> | LiveQuestion,
    gone: AbortSignal,
  ): Promise<LiveFrameRecord> {
    return this.metrics.measure(() =>
      this.frames.admit(async (look) => {
        const { sessionId, ...question } = await receive();
        if (sessionId !== null) return this.answerInSession(caller, { ...question, sessionId }, look, gone);
        return toLoneRecord(await look(question.image, gone), question);
      }),
    );
  }

  /** In the order in which the frames of a session came, whichever is looked at first. */
  private async answerInSession(
    { projectId, keyId }: Caller,
    { image, sessionId, tS, landmarks }: LiveQuestion & { readonly sessionId: string },
    look: LookAtImage,
    gone: AbortSignal,
  ): Promise<LiveFrameRecord> {
    const of = { projectId, keyId, name: sessionId };
    const arrivedAt = new Date();
    const turn = this.sessions.takeTurn(of);
    try {
      const seen = await look(image, gone);
      await turn.come;
      return await this.sessions.add({ of, tS, arrivedAt, landmarks }, seen);
    } finally {
      turn.leave();
    }
  }
}

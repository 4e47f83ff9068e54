import { Controller, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { encodeLook, type LiveFrames, LOOKS_PATH } from '@eyeline/live';
import { type Request, type Response } from 'express';

import { LiveMetrics } from './live-metrics.js';
import { FRAMES } from './live-tokens.js';

@Controller(LOOKS_PATH)
export class LooksController {
  constructor(
    @Inject(FRAMES) private readonly frames: LiveFrames,
    private readonly metrics: LiveMetrics,
  ) {}

  /** The bytes of an image -> a look at it as JSON (libs/live/src/look-json.ts), or a problem. */
  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'application/json')
  async look(
    @Req() request: Request<unknown, unknown, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const image = request.body;
    if (!Buffer.isBuffer(image)) throw new AppError('invalid_request', { detail: 'Send an image.' });
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    return encodeLook(await this.metrics.time(() => this.frames.admit((look) => look(image, gone.signal))));
  }
}

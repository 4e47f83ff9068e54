import { Module } from '@nestjs/common';

import { SessionFrames } from './session-frames.service.js';

/** For whoever has frames of sessions. */
@Module({ providers: [SessionFrames], exports: [SessionFrames] })
export class SessionFramesModule {}

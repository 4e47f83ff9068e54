import { Module } from '@nestjs/common';

import { FramesController } from './frames.controller.js';
import { LiveDesk } from './live-desk.service.js';

/** For every module that has pictures to look at. */
@Module({ controllers: [FramesController], providers: [LiveDesk], exports: [LiveDesk] })
export class LiveModule {}

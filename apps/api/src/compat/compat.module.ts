import { Module } from '@nestjs/common';

import { LiveModule } from '../live/live.module.js';
import { PrototypeFramesController } from './frames/prototype-frames.controller.js';

/** The routes of the prototypes that this project replaces: thin adapters over the native calls. */
@Module({ imports: [LiveModule], controllers: [PrototypeFramesController] })
export class CompatModule {}

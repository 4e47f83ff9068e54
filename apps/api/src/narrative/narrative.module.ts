import { Module } from '@nestjs/common';

import { NarrativeService } from './narrative.service.js';

/** For every module that has measurements to tell of. */
@Module({ providers: [NarrativeService], exports: [NarrativeService] })
export class NarrativeModule {}

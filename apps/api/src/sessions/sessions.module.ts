import { Module } from '@nestjs/common';

import { NarrativeModule } from '../narrative/narrative.module.js';
import { SessionEndService } from './session-end.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [NarrativeModule],
  controllers: [SessionsController],
  providers: [SessionEndService, SessionsService],
  exports: [SessionEndService, SessionsService],
})
export class SessionsModule {}

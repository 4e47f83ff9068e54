import { Module } from '@nestjs/common';

import { KeysModule } from '../keys/keys.module.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';

/** Who is there, and how a browser signs in and out. */
@Module({ imports: [KeysModule], controllers: [MeController], providers: [MeService] })
export class MeModule {}

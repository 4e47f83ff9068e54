import { Module } from '@nestjs/common';

import { KeysModule } from '../keys/keys.module.js';
import { LiveModule } from '../live/live.module.js';
import { LiveSocketController } from './live-socket.controller.js';
import { LiveSockets } from './live-sockets.service.js';

@Module({ imports: [KeysModule, LiveModule], controllers: [LiveSocketController], providers: [LiveSockets] })
export class LiveSocketModule {}

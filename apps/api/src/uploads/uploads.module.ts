import { Module } from '@nestjs/common';

import { DirectUploadsController } from './direct-uploads.controller.js';
import { TusService } from './tus.service.js';
import { UploadsController } from './uploads.controller.js';

@Module({ controllers: [DirectUploadsController, UploadsController], providers: [TusService] })
export class UploadsModule {}

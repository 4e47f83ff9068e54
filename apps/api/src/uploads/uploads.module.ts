import { Module } from '@nestjs/common';

import { TusService } from './tus.service.js';
import { UploadsController } from './uploads.controller.js';

@Module({ controllers: [UploadsController], providers: [TusService] })
export class UploadsModule {}

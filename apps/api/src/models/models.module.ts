import { Module } from '@nestjs/common';

import { ModelsController } from './models.controller.js';

/** Which networks there are, and what is known of them. */
@Module({ controllers: [ModelsController] })
export class ModelsModule {}

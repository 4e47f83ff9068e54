import { Module } from '@nestjs/common';

import { RootController } from '../root/root.controller.js';
import { PageFiles } from './page-files.service.js';
import { PagesController } from './pages.controller.js';

/** The dashboard, and what answers at `/`, which for browsers is the dashboard too. */
@Module({ controllers: [RootController, PagesController], providers: [PageFiles] })
export class PagesModule {}

import { Module } from '@nestjs/common';

import { AnalysesModule } from '../analyses/analyses.module.js';
import { RenderedArtifactsController } from './rendered-artifacts.controller.js';
import { RenderedArtifacts } from './rendered-artifacts.service.js';
import { StoredArtifactsController } from './stored-artifacts.controller.js';
import { StoredArtifacts } from './stored-artifacts.service.js';

@Module({
  imports: [AnalysesModule],
  controllers: [RenderedArtifactsController, StoredArtifactsController],
  providers: [RenderedArtifacts, StoredArtifacts],
})
export class ArtifactsModule {}

import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';

import { streamPart } from '../common/http/stream-part.js';
import { AnswersFile, Problems, ResultProblems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { StoredArtifacts } from './stored-artifacts.service.js';
import { VIDEO_TYPES } from './video-type.js';

/** The video while it is kept, and what a worker made of it because the analysis asked for it. */
@ApiTags('Results')
@Controller('v1/analyses/:id/artifacts')
export class StoredArtifactsController {
  constructor(private readonly artifacts: StoredArtifacts) {}

  @Get('video')
  @NeedsScope('analyses:read')
  @Summary(
    'Get the video',
    'As it was sent, byte for byte, until `retain_video_hours` are over. Parts are given to players that ask for them (`Range`).',
  )
  @AnswersFile(...VIDEO_TYPES)
  @Problems('not_found', 'storage_unavailable', 'database_unavailable')
  async video(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    return streamPart(request, response, await this.artifacts.video(projectId, id));
  }

  @Get('faces/:face_id.jpg')
  @NeedsScope('analyses:read')
  @Summary(
    'Get the picture of a person',
    'The moment of the best quality, at most 256 pixels a side. Only for analyses with `thumbnails`.',
  )
  @ApiParam({ name: 'face_id', description: 'A `face_id` of the report.' })
  @AnswersFile('image/jpeg')
  @ResultProblems('storage_unavailable', 'database_unavailable')
  async face(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Param('face_id') faceId: string,
  ): Promise<StreamableFile> {
    return streamPart(request, response, await this.artifacts.face(projectId, id, faceId));
  }

  @Get('annotated.mp4')
  @NeedsScope('analyses:read')
  @Summary(
    'Get the annotated video',
    'With boxes, ids, emotions and lines of sight drawn in. Only for analyses with `annotated_video`. Parts are given to ' +
      'players that ask for them (`Range`).',
  )
  @AnswersFile('video/mp4')
  @ResultProblems('storage_unavailable', 'database_unavailable')
  async annotated(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    return streamPart(request, response, await this.artifacts.annotatedVideo(projectId, id));
  }
}

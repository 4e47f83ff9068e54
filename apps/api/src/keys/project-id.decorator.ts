import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';

import { callerOf } from './caller.js';

/** The project that the request may see. Every query about data of clients is limited to it. */
export const ProjectId = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string =>
    callerOf(context.switchToHttp().getRequest<Request>()).projectId,
);

import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';

import { type SchemaName, schemaRef } from './schemas.js';

/**
 * An operation that opens a WebSocket. OpenAPI knows requests and answers alone: what the service says on the open
 * connection stands as the answer of no status, what clients say in an extension.
 */
export const DescribesMessages = ({ sends, receives }: Record<'sends' | 'receives', SchemaName>) =>
  applyDecorators(
    ApiResponse({ status: 101, description: 'The connection is a WebSocket from now on.' }),
    ApiResponse({
      status: 'default',
      description: 'After 101: the messages of the service, each as text.',
      content: { 'application/json': { schema: schemaRef(receives) } },
    }),
    ApiExtension('x-websocket-messages', {
      description: 'After 101: the messages of clients, as text or binary.',
      text: schemaRef(sends),
      binary: { type: 'string', format: 'binary' },
    }),
  );

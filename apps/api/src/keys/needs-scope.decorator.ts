import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { type Scope } from '@eyeline/contracts';

import { Problems } from '../docs/operation.decorators.js';

export const NEEDED_SCOPE = 'eyeline:needed-scope';

/** The name of keys among the security schemes of the OpenAPI document. */
export const KEY_SECURITY = 'api_key';

/** Any key will do, whatever it allows. */
export const NeedsAnyKey = (): MethodDecorator => needs(null);

/** What a key has to allow for this operation. One that names no scope is for `admin` alone. */
export const NeedsScope = (scope: Scope): MethodDecorator => needs(scope);

const needs = (scope: Scope | null): MethodDecorator =>
  applyDecorators(
    SetMetadata(NEEDED_SCOPE, scope),
    ApiSecurity(KEY_SECURITY, scope === null ? [] : [scope]),
    Problems('unauthorized', 'forbidden', 'rate_limited'),
  );

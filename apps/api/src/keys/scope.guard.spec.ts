import { type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, type ErrorCode, type Scope } from '@eyeline/contracts';
import { type Request } from 'express';
import { pino } from 'pino';

import { setCaller } from './caller.js';
import { NeedsAnyKey, NeedsScope } from './needs-scope.decorator.js';
import { ScopeGuard } from './scope.guard.js';

const KEY = { keyId: 'key_1', keyName: 'test', projectId: 'lab', by: 'key' } as const;

class Operations {
  @NeedsScope('analyses:read')
  read(): void {}

  @NeedsAnyKey()
  ask(): void {}

  forgotten(): void {}
}

describe('ScopeGuard', () => {
  const guard = new ScopeGuard(new Reflector());

  /** What the guard says to a caller with these scopes; null: nobody has asked who it is. */
  function ask(name: keyof Operations, path: string, scopes: Scope[] | null): true | ErrorCode {
    const request = { method: 'GET', path, log: pino({ level: 'silent' }) } as unknown as Request;
    if (scopes !== null) setCaller(request, { ...KEY, scopes });
    const context = {
      getHandler: () => Reflect.get(Operations.prototype, name) as unknown,
      switchToHttp: () => ({ getRequest: () => request }),
    } as unknown as ExecutionContext;
    try {
      return guard.canActivate(context) as true;
    } catch (error) {
      return (error as AppError).code;
    }
  }

  it('asks for the scope that an operation names', () => {
    expect(ask('read', '/v1/x', ['analyses:write', 'analyses:read'])).toBe(true);
    expect(ask('read', '/v1/x', ['admin'])).toBe(true);
    expect(ask('read', '/v1/x', ['analyses:write', 'webhooks:write'])).toBe('forbidden');
    expect(ask('read', '/v1/x', [])).toBe('forbidden');
  });

  it('leaves an operation that names none to admins', () => {
    expect(ask('forgotten', '/v1/x', ['analyses:read', 'analyses:write', 'webhooks:write'])).toBe(
      'forbidden',
    );
    expect(ask('forgotten', '/v1/x', ['admin'])).toBe(true);
  });

  it('lets every key pass where any will do', () => {
    expect(ask('ask', '/v1/x', [])).toBe(true);
    expect(ask('ask', '/v1/x', null)).toBe('unauthorized');
  });

  it('lets nobody pass who was not asked for a key, but where all may go', () => {
    expect(ask('forgotten', '/livez', null)).toBe(true);
    expect(ask('read', '/livez', null)).toBe('unauthorized');
    expect(ask('read', '/v1/x', null)).toBe('unauthorized');
    expect(ask('forgotten', '/v1/x', null)).toBe('unauthorized');
  });
});

import { parseKeysArguments, UsageError } from './keys-arguments.js';

describe('parseKeysArguments', () => {
  it('makes a key that reads and writes analyses unless told otherwise', () => {
    expect(parseKeysArguments(['create', 'ci'])).toEqual({
      command: 'create',
      json: false,
      key: { name: 'ci', projectId: 'default', scopes: ['analyses:read', 'analyses:write'] },
    });
    expect(
      parseKeysArguments(['--json', 'create', 'the lab', '--scopes', 'admin, admin', '--project=lab-1']),
    ).toEqual({
      command: 'create',
      json: true,
      key: { name: 'the lab', projectId: 'lab-1', scopes: ['admin'] },
    });
  });

  it('reads the other commands', () => {
    expect(parseKeysArguments(['list', '--json'])).toEqual({ command: 'list', json: true });
    expect(parseKeysArguments(['revoke', 'key_1'])).toEqual({
      command: 'revoke',
      json: false,
      name: 'key_1',
    });
    expect(parseKeysArguments(['create', '-h'])).toEqual({ command: 'help' });
  });

  it.each([
    [[], /what to do/],
    [['make', 'x'], /no command make/],
    [['create'], /create NAME/],
    [['create', 'two', 'names'], /create NAME/],
    [['create', 'a\nb'], /name has/],
    [['create', ' '], /name has/],
    [['create', 'x'.repeat(101)], /name has/],
    [['create', 'x', '--scopes', 'analyses:read,root'], /no scope "root".*webhooks:write/],
    [['create', 'x', '--scopes='], /no scope ""/],
    [['create', 'x', '--project', '../etc'], /project/],
    [['list', 'x'], /nothing more/],
    [['list', '--project', 'lab'], /belong to create/],
    [['revoke'], /ID_OR_PREFIX/],
    [['create', 'x', '--scope', 'admin'], /Unknown option '--scope'/],
  ])('refuses %j', (args, message) => {
    expect(() => parseKeysArguments(args)).toThrow(UsageError);
    expect(() => parseKeysArguments(args)).toThrow(message);
  });
});

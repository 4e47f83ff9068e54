import { parsePostmasterFile } from './postmaster-file.js';
import { findInPasswd } from './server-account.js';

describe('parsePostmasterFile', () => {
  const lines = ['4242', '/data', '1760000000', '5555', '', '127.0.0.1', '  1234 5678'];

  it('reads the process id, and whether connections are taken', () => {
    expect(parsePostmasterFile([...lines, 'ready   ', ''].join('\n'))).toMatchObject({
      pid: 4242,
      port: 5555,
      isReady: true,
    });
    expect(parsePostmasterFile([...lines, 'starting', ''].join('\n')).isReady).toBe(false);
    expect(parsePostmasterFile('4242\n').isReady).toBe(false);
  });
});

describe('findInPasswd', () => {
  const passwd =
    'root:x:0:0::/root:/bin/sh\nnotpostgres:x:7:7::/:\npostgres:x:101:104:,,,:/var/lib:/bin/bash\n';

  it('finds a user by the whole name', () => {
    expect(findInPasswd(passwd, 'postgres')).toEqual({ uid: 101, gid: 104 });
    expect(findInPasswd(passwd, 'post')).toBeNull();
  });
});

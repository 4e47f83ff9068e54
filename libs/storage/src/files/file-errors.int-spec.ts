import { writeFile } from 'node:fs/promises';

import { onDisk } from './file-errors.js';

const itOnLinux = process.platform === 'linux' ? it : it.skip;

describe('onDisk', () => {
  itOnLinux('tells a full disk as storage_unavailable, without the path', async () => {
    const full = onDisk(() => writeFile('/dev/full', 'x'));
    await expect(full).rejects.toMatchObject({
      code: 'storage_unavailable',
      detail: 'The object storage cannot do this: the disk is full.',
      cause: { code: 'ENOSPC' },
    });
  });

  it('passes on what is no error of the operating system', async () => {
    const mistake = new TypeError('a mistake of ours');
    await expect(onDisk(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});

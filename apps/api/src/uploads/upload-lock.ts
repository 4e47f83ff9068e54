import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, uploadIdOf } from '@eyeline/database';
import { readKey } from '@eyeline/storage';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';

import { noSuchUpload } from './no-such-upload.js';

/** A request whose process dies holds an upload for so long at most. */
const LEASE_MS = 10_000;
const KEEP_MS = 2_000;
const ASK_AGAIN_MS = 200;
const GIVE_UP_MS = 30_000;

export const uploadIdOfKey = (key: string): string => uploadIdOf(readKey(key)?.analysisId ?? '');

/**
 * One request at a time writes to an upload, whichever process it is with. One that waits makes the other end: after
 * a cut, that one may not have noticed yet that its client is gone.
 */
export class UploadLocker implements Locker {
  constructor(private readonly database: Pick<Database, 'uploads'>) {}

  newLock(key: string): Lock {
    return new UploadLock(this.database, uploadIdOfKey(key));
  }
}

class UploadLock implements Lock {
  private readonly token = randomUUID();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Pick<Database, 'uploads'>,
    private readonly id: string,
  ) {}

  async lock(signal: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const deadline = Date.now() + GIVE_UP_MS;
    while (!(await this.database.uploads.lock(this.id, this.token, LEASE_MS))) {
      // What the tus server knows as an error is no Error.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      if (signal.aborted || Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
      // It was given up while we waited.
      if ((await this.database.uploads.findById(this.id)) === null) throw noSuchUpload(this.id);
      await sleep(ASK_AGAIN_MS);
    }
    this.timer = setInterval(() => void this.keep(requestRelease), KEEP_MS);
  }

  async unlock(): Promise<void> {
    clearInterval(this.timer);
    await this.database.uploads.unlock(this.id, this.token);
  }

  private async keep(requestRelease: RequestRelease): Promise<void> {
    // While the database is away nobody else gets the lock either.
    const isKept = await this.database.uploads.keepLock(this.id, this.token, LEASE_MS).catch(() => true);
    if (!isKept) await requestRelease();
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The system user that PostgreSQL runs as where we are root, which it refuses to be. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const USER = 'postgres';

/** The user's ids in the text of /etc/passwd, null when it does not name the user. */
export function findInPasswd(passwd: string, user: string): ServerAccount | null {
  const line = passwd.split('\n').find((entry) => entry.startsWith(`${user}:`));
  if (line === undefined) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

const findUser = (): ServerAccount | null => findInPasswd(readFileSync('/etc/passwd', 'utf8'), USER);

/**
 * Null where PostgreSQL runs as who we are. As root: the system user `postgres`, made when there is none.
 *
 * @throws Error when the user cannot be made
 */
export function findServerAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = findUser();
  if (known !== null) return known;
  try {
    execFileSync('groupadd', ['--system', '--force', USER], { stdio: 'pipe' });
    const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false'];
    execFileSync('useradd', ['--system', '--gid', USER, ...home, USER], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as root, and the system user ${USER} could not be made. ` +
        `Make one (useradd --system ${USER}), or run Eyeline as an ordinary user.`,
      { cause },
    );
  }
  const made = findUser();
  if (made === null) throw new Error(`The system user ${USER} was made but is not in /etc/passwd.`);
  return made;
}

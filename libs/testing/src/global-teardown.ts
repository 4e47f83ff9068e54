import { once } from 'node:events';

import { type ServersHandle } from './global-setup.js';

/** The end of their standard input stops the servers; we wait until they are gone. */
export default async function stopServers(): Promise<void> {
  const servers = (globalThis as ServersHandle).eyelineTestServers;
  if (servers === undefined || servers.exitCode !== null || servers.signalCode !== null) return;
  const exited = once(servers, 'exit');
  servers.stdin?.end();
  await exited;
}

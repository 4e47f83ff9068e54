import { startPostgres } from '@eyeline/embedded';
import { type KillableServer } from '@eyeline/testing';

/** The PostgreSQL of `npm start`, which keeps what it has committed, also when it is killed. */
export async function launchPostgres(dataDir: string, port: number): Promise<KillableServer> {
  const server = await startPostgres({ dataDir, port });
  return {
    url: server.url,
    stop: () => server.stop(),
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
  };
}

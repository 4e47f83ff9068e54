// A parent for tests to kill: starts the PostgreSQL of a folder, says where it is, and waits. Ctrl-C is not for it, as
// a supervisor that stops other things first would have it.
import { startPostgres } from '../src/index.js';

process.on('SIGINT', () => console.log('interrupted'));
const server = await startPostgres({ dataDir: process.argv[2], isDurable: false });
console.log(JSON.stringify({ url: server.url, pid: server.pid }));
setInterval(() => undefined, 60_000);

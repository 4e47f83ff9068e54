export { type DemoRequest, runDemoCommand } from './demo/demo-command.js';
export { runStartCommand } from './start-command.js';
export { findDatabaseUrl } from './stack/find-database-url.js';
export { StackError } from './stack/stack-error.js';
export { type PostgresServer, type PostgresSettings, startPostgres } from './postgres/postgres-server.js';
export { removeOutsideCluster } from './postgres/reachable-folders.js';
export { findFreePort } from './processes/free-port.js';

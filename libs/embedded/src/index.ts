export { type PostgresServer, type PostgresSettings, startPostgres } from './postgres/postgres-server.js';

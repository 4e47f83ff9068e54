// `npm run db:migrate`: brings the database of DATABASE_URL to the schema of this clone, as every process does at start.
import { loadConfig } from '../libs/config/src/index.ts';
import { applyMigrations } from '../libs/database/src/index.ts';

const { applied } = await applyMigrations(loadConfig().databaseUrl);
console.log(applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`);

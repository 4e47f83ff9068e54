// `npm run db:migration -- NAME`: writes the migration from where prisma/migrations stands to schema.prisma.
// It replays the migrations into a PostgreSQL that it starts for the purpose, so no database of yours is touched.
import { relative } from 'node:path';

import { writeMigration } from '../libs/database/src/migrations/write-migration.ts';
import { startPostgres } from '../libs/testing/src/servers/start-postgres.ts';

const name = process.argv[2];
if (name === undefined) {
  console.error('Usage: npm run db:migration -- NAME (lower-case words joined by underscores)');
  process.exit(2);
}
const postgres = await startPostgres();
try {
  const path = await writeMigration(name, postgres.url);
  console.log(
    path === null
      ? 'Nothing to do: the migrations lead to schema.prisma.'
      : `Written: ${relative('.', path)}`,
  );
} finally {
  await postgres.stop();
}

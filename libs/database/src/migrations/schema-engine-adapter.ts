import { randomUUID } from 'node:crypto';

import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

// PostgreSQL's one-byte type "char", which introspection reads from the catalogue and adapter-pg 7.10 refuses; and the
// nearest type that it takes.
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

/** One connection that shows "char" columns as bpchar, and remembers which of the last result they were. */
class CharTolerantPool extends pg.Pool {
  charColumns: number[] = [];

  constructor(connectionString: string) {
    super({ connectionString, max: 1 });
    const query = this.query.bind(this) as (config: unknown) => Promise<pg.QueryResult>;
    const tolerantQuery = async (config: unknown): Promise<pg.QueryResult> => {
      const result = await query(config);
      const fields = result.fields ?? [];
      this.charColumns = fields.flatMap((field, i) => (field.dataTypeID === CHAR_OID ? [i] : []));
      for (const i of this.charColumns) fields[i].dataTypeID = BPCHAR_OID;
      return result;
    };
    this.query = tolerantQuery as typeof this.query;
  }
}

/**
 * The schema engine's way to PostgreSQL: Prisma's own adapter with three things mended. It knows "char"; a script
 * reaches the server whole (adapter-pg cuts it at each semicolon, also inside strings); and the shadow database, into
 * which the engine replays the migrations, goes away afterwards.
 */
export class SchemaEngineAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = 'eyeline-schema-engine';
  private readonly opened: SqlDriverAdapter[] = [];

  /** @param databaseUrl a user that may create databases */
  constructor(private readonly databaseUrl: string) {}

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await openAdapter(this.databaseUrl);
    this.opened.push(adapter);
    return adapter;
  }

  /** The engine closes its shadow databases, but not its way to the database itself. */
  async close(): Promise<void> {
    for (const adapter of this.opened.splice(0)) await adapter.dispose();
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `prisma_shadow_${randomUUID().replaceAll('-', '')}`;
    const administrator = new pg.Client({ connectionString: this.databaseUrl });
    await administrator.connect();
    await administrator.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const url = new URL(this.databaseUrl);
    url.pathname = name;
    const adapter = await openAdapter(url.href);
    const disconnect = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await disconnect();
      await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await administrator.end();
    };
    return adapter;
  }
}

async function openAdapter(connectionString: string): Promise<SqlDriverAdapter> {
  const pool = new CharTolerantPool(connectionString);
  const adapter: SqlDriverAdapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query: SqlQuery) => {
    const result = await queryRaw(query);
    for (const i of pool.charColumns) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}

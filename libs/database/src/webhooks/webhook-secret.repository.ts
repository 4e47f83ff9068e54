import { onDatabase } from '../database-errors.js';
import { type PrismaClient } from '../generated/client.js';

/** What signs. */
export interface SecretRow {
  readonly secret: string;
  /** The secret before the last rotation, which signs too until its time is over. */
  readonly previousSecret: string | null;
  readonly previousSecretExpiresAt: Date | null;
}

/**
 * The secrets of projects, for addresses that are given with one analysis. Every method throws `database_unavailable`
 * when there is no answer.
 */
export class WebhookSecretRepository {
  constructor(private readonly client: PrismaClient) {}

  /** @param fresh becomes the secret when the project has none */
  async find(projectId: string, fresh: string): Promise<SecretRow> {
    return onDatabase(async () => {
      await this.client.webhookSecret.createMany({
        data: { projectId, secret: fresh },
        skipDuplicates: true,
      });
      return this.client.webhookSecret.findUniqueOrThrow({ where: { projectId } });
    });
  }

  /**
   * The secret, if there is one, becomes the previous one. One before that signs no more.
   *
   * @returns the row after the call
   */
  async rotate(projectId: string, secret: string, previousExpiresAt: Date): Promise<SecretRow> {
    return onDatabase(async () => {
      await this.client.$executeRaw`
        INSERT INTO webhook_secrets AS held (project_id, secret) VALUES (${projectId}, ${secret})
            ON CONFLICT (project_id) DO UPDATE
           SET previous_secret = held.secret, previous_secret_expires_at = ${previousExpiresAt},
               secret = excluded.secret`;
      return this.client.webhookSecret.findUniqueOrThrow({ where: { projectId } });
    });
  }
}

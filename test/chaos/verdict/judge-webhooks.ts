import { type Evidence } from './evidence.js';

export interface WebhookVerdict {
  readonly messages: number;
  readonly repeated: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * The end of each analysis is one message. The same message may come again (docs/webhooks.md), and of a deleted analysis
 * there may be one or none.
 */
export function judgeWebhooks({ rows, submissions, webhooks }: Evidence): WebhookVerdict {
  const messages = new Map(webhooks.map((webhook) => [webhook.messageId, webhook]));
  const typesOf = new Map<string, string[]>();
  for (const { analysisId, type } of messages.values()) {
    typesOf.set(analysisId, [...(typesOf.get(analysisId) ?? []), type]);
  }
  const ended = rows.filter(({ status }) => ['completed', 'failed', 'canceled'].includes(status));
  const known = new Set([...rows, ...submissions].map(({ id }) => id));
  return {
    messages: messages.size,
    repeated: webhooks.length - messages.size,
    lost: ended.filter(({ id }) => !typesOf.has(id)).map(({ id }) => `the webhook of ${id} never came`),
    doubled: [...typesOf]
      .filter(([, types]) => types.length > 1)
      .map(([id, types]) => `${id} was told by ${types.length} webhooks: ${types.join(', ')}`),
    wrong: [
      ...ended
        .filter(({ id, status }) => typesOf.get(id)?.some((type) => type !== `analysis.${status}`))
        .map(({ id, status }) => `${id} is ${status}, and a webhook says ${typesOf.get(id)?.join(', ')}`),
      ...[...typesOf.keys()].filter((id) => !known.has(id)).map((id) => `a webhook tells of ${id}`),
    ],
  };
}

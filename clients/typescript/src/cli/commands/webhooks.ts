import { pause } from '../../calls/pause.js';
import { type NewWebhookEndpoint, type WebhookEndpoint } from '../../types.js';
import { type Arguments } from '../read-arguments.js';
import { type Command, type CommandContext, show } from '../terminal.js';
import { UsageError } from '../usage.js';

/** A test has one attempt, which may take 15 s. */
const TEST_PATIENCE_MS = 30_000;
const ASK_EVERY_MS = 500;

const list: Command = async (context) => {
  const endpoints = await context.client.webhookEndpoints.list();
  show(context, endpoints, () => endpoints.map(describe));
  return 0;
};

const create: Command = async (context) => {
  const url = wordOf(context.args, 'URL');
  const events = context.args.flags.event as NewWebhookEndpoint['events'] | undefined;
  const endpoint = await context.client.webhookEndpoints.create({
    url,
    ...(events === undefined ? {} : { events }),
  });
  show(context, endpoint, () => [
    describe(endpoint),
    `Secret: ${endpoint.secret}`,
    'Keep it: it is told at no other time, and verifies what is sent.',
  ]);
  return 0;
};

const remove: Command = async (context) => {
  const id = wordOf(context.args, 'ID');
  await context.client.webhookEndpoints.delete(id);
  show(context, { id, deleted: true }, () => [`${id} is deleted.`]);
  return 0;
};

/** 1 when the receiver did not take it. */
const test: Command = async (context) => {
  const delivery = await sendTest(context, wordOf(context.args, 'ID'));
  const [attempt] = delivery.attempts;
  show(context, delivery, () => [
    delivery.status === 'succeeded'
      ? `${delivery.url} has taken the test (${attempt.answer_code}).`
      : `${delivery.url} has not taken the test: ${attempt?.error ?? 'it is still on its way'}`,
  ]);
  return delivery.status === 'succeeded' ? 0 : 1;
};

async function sendTest({ client, signal }: CommandContext, endpointId: string) {
  const { webhookEndpoints } = client;
  let delivery = await webhookEndpoints.test(endpointId);
  const until = Date.now() + TEST_PATIENCE_MS;
  while (delivery.status === 'pending' && Date.now() < until) {
    await pause(ASK_EVERY_MS, signal);
    delivery = await webhookEndpoints.delivery(delivery.id);
  }
  return delivery;
}

const ACTIONS: Record<string, Command> = { list, create, delete: remove, test };

export const webhooksCommand: Command = (context) => {
  const [action = ''] = context.args.words;
  if (!Object.hasOwn(ACTIONS, action)) {
    throw new UsageError(`eyeline webhooks ${Object.keys(ACTIONS).join('|')}, and not "${action}".`);
  }
  return ACTIONS[action](context);
};

/** What stands after the action. */
function wordOf({ words }: Arguments, what: string): string {
  if (words.length !== 2) throw new UsageError(`eyeline webhooks ${words[0]} takes one ${what}.`);
  return words[1];
}

const describe = ({ id, url, enabled, events, disabled_reason: reason }: WebhookEndpoint): string =>
  [id, enabled ? 'enabled' : `disabled (${reason})`, url, events.join(',')].join('  ');

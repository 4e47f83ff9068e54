import { AppError } from '@eyeline/contracts';
import { type AttemptOutcome, type Database, type DeliveryRow } from '@eyeline/database';
import { AddressGuard, RetrySchedule, WebhookSender } from '@eyeline/webhooks';

import { DeliverWebhookProcessor } from './deliver-webhook.processor.js';

const row = (changes: Partial<DeliveryRow> = {}): DeliveryRow => ({
  ...{ id: 'msg_1', projectId: 'default', analysisId: 'an_1', endpoint: null, url: 'https://example.com/' },
  ...{ event: 'analysis.completed', body: '{}', status: 'pending', attempt: 2, roundStart: 1 },
  ...{ nextAttemptAt: new Date(), log: [], createdAt: new Date() },
  ...changes,
});

/** A processor over one row, and what it writes about it. Nothing is sent. */
function processorOf(found: DeliveryRow | null) {
  const outcomes: AttemptOutcome[] = [];
  const webhookDeliveries = {
    findById: () => Promise.resolve(found),
    record: (_row: DeliveryRow, outcome: AttemptOutcome) => {
      outcomes.push(outcome);
      return Promise.resolve(true);
    },
  };
  const database = { webhookDeliveries } as unknown as Database;
  const sender = new WebhookSender(new AddressGuard([]));
  return {
    outcomes,
    processor: new DeliverWebhookProcessor(database, sender, new RetrySchedule([0, 10, 20])),
  };
}

const payload = { deliveryId: 'msg_1', attempt: 2 };
const error = new AppError('timed_out', { detail: 'It took too long.' });

describe('a delivery whose job could not be done', () => {
  it('has an attempt more that failed, and the next one by the schedule', async () => {
    const { processor, outcomes } = processorOf(row());
    await processor.giveUp(payload, error);
    expect(outcomes).toMatchObject([{ succeeded: false, disable: null }]);
    const [{ entry, nextAttemptAt }] = outcomes;
    expect(entry).toMatchObject({ answer_code: null, error: 'It took too long.' });
    expect((nextAttemptAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(19_000);
  });

  it('fails when that was the last one, and begins at the first delay after a redelivery', async () => {
    const last = processorOf(row({ attempt: 2, roundStart: 0 }));
    await last.processor.giveUp(payload, error);
    expect(last.outcomes).toMatchObject([{ nextAttemptAt: null, disable: 'failing' }]);
    const redelivered = processorOf(row({ attempt: 2, roundStart: 2 }));
    await redelivered.processor.giveUp(payload, error);
    expect((redelivered.outcomes[0].nextAttemptAt?.getTime() ?? 0) - Date.now()).toBeLessThan(11_000);
  });

  it.each([null, row({ attempt: 3 }), row({ status: 'succeeded' })])(
    'changes nothing when the row waits for no such attempt: %#',
    async (found) => {
      const { processor, outcomes } = processorOf(found);
      await processor.giveUp(payload, error);
      expect(outcomes).toEqual([]);
    },
  );
});

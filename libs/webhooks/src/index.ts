export { AddressGuard, type CheckedAddress, type Refusals, type Resolve } from './addresses/address-guard.js';
export { type PinnedRequest, requestPinned } from './addresses/request-pinned.js';
export { RetrySchedule } from './retry-schedule.js';
export { readRetryAfter } from './sending/retry-after.js';
export { newWebhookSecret, signMessage } from './sign-message.js';
export { type Answer, type Message, WebhookSender } from './sending/webhook-sender.js';

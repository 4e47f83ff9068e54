export { AddressGuard, type CheckedAddress, type Resolve } from './addresses/address-guard.js';
export { RetrySchedule } from './retry-schedule.js';
export { newWebhookSecret, signMessage } from './sign-message.js';
export { type Answer, type Message, WebhookSender } from './sending/webhook-sender.js';

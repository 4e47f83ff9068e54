import { createClient } from '@eyeline/client/browser';

/** The API that serves this page; who asks is told by the cookie of the session. Two more tries: people wait. */
export const client = createClient({ baseUrl: window.location.origin, maxRetries: 2 });

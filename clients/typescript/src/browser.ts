import { browserPlatform } from './browser-platform.js';
import { type ClientSettings } from './calls/connection.js';
import { EyelineClient } from './client.js';

export * from './exports.js';

/** A client for browsers: the same, but it opens no paths. */
export const createClient = (settings: ClientSettings): EyelineClient =>
  new EyelineClient(settings, browserPlatform);

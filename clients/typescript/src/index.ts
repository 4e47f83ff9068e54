import { type ClientSettings } from './calls/connection.js';
import { EyelineClient } from './client.js';
import { nodePlatform } from './node/node-platform.js';

export * from './exports.js';

/**
 * A client for Node.
 *
 * @example
 * const eyeline = createClient({ baseUrl: 'http://127.0.0.1:3000' });
 * const { id } = await eyeline.analyze('talk.mp4');
 * await eyeline.waitFor(id);
 * console.log((await eyeline.report(id)).overall_dominant_emotion);
 */
export const createClient = (settings: ClientSettings): EyelineClient =>
  new EyelineClient(settings, nodePlatform);

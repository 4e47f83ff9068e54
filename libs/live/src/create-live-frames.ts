import { type LiveFrames } from './live-frames.js';
import { LocalFrames, type LocalFramesSettings } from './local-frames.js';
import { RemoteFrames } from './remote-frames.js';

/** In the live processes at `url`, or, without one, on threads of this process. */
export const createLiveFrames = (
  settings: LocalFramesSettings & { readonly url: string | null },
): LiveFrames =>
  settings.url === null
    ? new LocalFrames(settings)
    : new RemoteFrames({ url: settings.url, maxFrames: settings.maxFrames });

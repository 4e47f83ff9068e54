import { type LiveConfig, refuseNetworks, stopRequested } from '@eyeline/config';
import { LocalFrames, tryModels } from '@eyeline/live';
import { type Logger } from 'pino';

import { createLive } from './create-live.js';

/** Looks at the images that APIs send until somebody asks it to stop. */
export async function runLive(config: LiveConfig, logger: Logger): Promise<void> {
  const stop = stopRequested(config.lifeline, () => logger.fatal('the live process did not stop in time'));
  const { live, maxPixels, executionProvider, models } = config;
  await tryModels(models).catch(refuseNetworks);
  const frames = new LocalFrames({
    ...{ ...live, maxPixels, executionProvider, models },
    onIdleCrash: (error) => logger.error({ err: error }, 'a thread died between two frames'),
  });
  const app = await createLive({ config, frames, logger });
  try {
    await app.listen(config.port, config.host);
    logger.info({ address: await app.getUrl() }, 'the live process listens');
    logger.info({ reason: await stop }, 'the live process stops');
  } finally {
    // Frames take milliseconds: those in hand are answered first.
    await app.close();
    await frames.close();
  }
}

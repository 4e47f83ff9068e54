import { existsSync } from 'node:fs';

import { findWhatIsMissing } from './hardware-decoder.js';

/** Real: ffmpeg, and the machine's graphics card or the lack of one. */
it('says what is missing on a machine without the device, and nothing on one that has it', async () => {
  const missing = await findWhatIsMissing('cuda');
  if (existsSync('/dev/nvidia0')) expect(missing).toBeNull();
  else expect(missing).toMatch(/cuda/i);
});

// `npm start` with the stand-ins of test/programs instead of the built apps.
import { join } from 'node:path';

import { runStartCommand } from '../src/index.js';

process.exit(await runStartCommand(join(import.meta.dirname, 'programs')));

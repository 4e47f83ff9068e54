import { type Strings } from './en.js';
import { analyses } from './es/analyses.js';
import { camera } from './es/camera.js';
import { compare } from './es/compare.js';
import { emotions } from './es/emotions.js';
import { errors } from './es/errors.js';
import { home } from './es/home.js';
import { live } from './es/live.js';
import { notice } from './es/notice.js';
import { operate } from './es/operate.js';
import { recording } from './es/recording.js';
import { report } from './es/report.js';
import { session } from './es/session.js';
import { shell } from './es/shell.js';
import { timeline } from './es/timeline.js';
import { upload } from './es/upload.js';
import { webhooks } from './es/webhooks.js';

export const es: Strings = {
  analyses,
  camera,
  compare,
  emotions,
  errors,
  home,
  live,
  notice,
  operate,
  recording,
  report,
  session,
  shell,
  timeline,
  upload,
  webhooks,
};

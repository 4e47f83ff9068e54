import { analyses } from './en/analyses.js';
import { camera } from './en/camera.js';
import { compare } from './en/compare.js';
import { emotions } from './en/emotions.js';
import { errors } from './en/errors.js';
import { home } from './en/home.js';
import { live } from './en/live.js';
import { notice } from './en/notice.js';
import { operate } from './en/operate.js';
import { recording } from './en/recording.js';
import { report } from './en/report.js';
import { session } from './en/session.js';
import { shell } from './en/shell.js';
import { timeline } from './en/timeline.js';
import { upload } from './en/upload.js';
import { webhooks } from './en/webhooks.js';

/** Every text of the dashboard, a section for each folder that shows it. */
export const en = {
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

export type Strings = typeof en;

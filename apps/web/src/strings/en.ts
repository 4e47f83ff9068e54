import { analyses } from './en/analyses.js';
import { emotions } from './en/emotions.js';
import { errors } from './en/errors.js';
import { home } from './en/home.js';
import { notice } from './en/notice.js';
import { session } from './en/session.js';
import { shell } from './en/shell.js';

/** Every text of the dashboard, a section for each folder that shows it. */
export const en = { analyses, emotions, errors, home, notice, session, shell };

export type Strings = typeof en;

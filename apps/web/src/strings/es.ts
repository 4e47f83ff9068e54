import { type Strings } from './en.js';
import { analyses } from './es/analyses.js';
import { emotions } from './es/emotions.js';
import { errors } from './es/errors.js';
import { home } from './es/home.js';
import { notice } from './es/notice.js';
import { session } from './es/session.js';
import { shell } from './es/shell.js';

export const es: Strings = { analyses, emotions, errors, home, notice, session, shell };

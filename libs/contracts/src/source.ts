import { z } from 'zod';

import { UNSTORABLE } from './analysis.js';

/** What an address of a video has to look like; where it may lead to is decided when its host is known. */
export const sourceUrlSchema = z
  .string()
  .max(4096)
  .refine(isSourceUrl, { message: 'must be an https address without user name and password.' })
  .describe(
    'https on port 443, to a host with public addresses; redirects too. Inside the ranges that the operator allows, http and any port as well.',
  );

function isSourceUrl(text: string): boolean {
  if (UNSTORABLE.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  // http may be allowed by the operator, for ranges of addresses.
  return /^https?:$/.test(protocol) && `${username}${password}` === '';
}

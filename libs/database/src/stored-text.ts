/** The one character that PostgreSQL's text cannot hold: to ask for it is an error, not merely no match. */
export const hasNul = (text: string): boolean => text.includes('\0');

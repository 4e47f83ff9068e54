/** Whose data a request sees while no API key exists. */
export const DEFAULT_PROJECT = 'default';

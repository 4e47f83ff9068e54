/** As a service takes by default (MAX_PIXELS). */
export const MAX_PIXELS = 8192 * 4320;

/** In hand for each thread: one that is looked at, others that are read from the disk meanwhile. */
export const PICTURES_A_LANE = 4;

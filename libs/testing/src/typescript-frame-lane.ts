/** For `LocalFrames` where there is no build beside the sources. */
export const TYPESCRIPT_FRAME_LANE = new URL('./frame-lane-of-sources.mjs', import.meta.url);

/** The same for `SessionReports`. */
export const TYPESCRIPT_REPORT_LANE = new URL('./report-lane-of-sources.mjs', import.meta.url);

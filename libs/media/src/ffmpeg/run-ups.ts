/**
 * How far before a place reading begins, one after the other until a picture before the place was met: a container with
 * an index lands on a key frame at or before where it is sent, others (transport streams) somewhere near it, and then
 * wait for the next key frame. Infinity: from the start of the video.
 */
export const RUN_UPS_S = [1, 12, 60, Infinity] as const;

/** After a seek, which may land between key frames: decoders of HEVC then make up what they lack. */
export const FROM_KEY_FRAME_ON = "select='key+not(isnan(prev_selected_t))'";

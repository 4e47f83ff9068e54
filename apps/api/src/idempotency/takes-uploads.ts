/** Metadata of an operation whose body may be a video. */
export const TAKES_UPLOADS = 'eyeline:takes-uploads';

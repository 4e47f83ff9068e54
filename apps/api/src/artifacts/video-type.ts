/** What `videoTypeOf` can say. */
export const VIDEO_TYPES = [
  ...([
    'video/mp4',
    'video/quicktime',
    'video/webm',
    'video/matroska',
    'video/x-msvideo',
    'video/ogg',
  ] as const),
  'application/octet-stream',
] as const;

/** Enough of a file to tell its container. */
export const VIDEO_HEAD_BYTES = 64;

/**
 * The media type of a stored video, for players: by its first bytes, since nobody asks what it was called. Only types of
 * video are named: whatever was uploaded, no browser takes it for a page.
 */
export function videoTypeOf(head: Buffer): (typeof VIDEO_TYPES)[number] {
  if (head.length < 12) return 'application/octet-stream';
  const at = (start: number, end: number): string => head.toString('latin1', start, end);
  if (at(4, 8) === 'ftyp') return at(8, 10) === 'qt' ? 'video/quicktime' : 'video/mp4';
  if (head.readUInt32BE(0) === 0x1a45dfa3)
    return at(4, 64).includes('webm') ? 'video/webm' : 'video/matroska';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'AVI ') return 'video/x-msvideo';
  if (at(0, 4) === 'OggS') return 'video/ogg';
  return 'application/octet-stream';
}

import { type Platform } from './uploads/video.js';

export const browserPlatform: Platform = {
  openPath: () => Promise.reject(new TypeError('A browser opens no paths: give a File.')),
  readPiece: (blob) => Promise.resolve(blob),
  // Most send a body only when they have all of it.
  sendsStreams: false,
};

import { type Request } from 'express';

/** Where single images are looked at: the native call, and those of the prototypes. */
const LIVE_FRAME = /^\/(v1\/frames|analyze|predict|predict_emotion|predict_emotion_stream)\/?$/i;

/** Whether a request brings a live frame, for whoever comes before the routes; as Express would find it. */
export const isLiveFrame = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  method === 'POST' && LIVE_FRAME.test(path);

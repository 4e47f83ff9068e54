import { type Request } from 'express';

/** Whether a request brings a live frame, for whoever comes before the routes; as Express would find it. */
export const isLiveFrame = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  method === 'POST' && /^\/v1\/frames\/?$/i.test(path);

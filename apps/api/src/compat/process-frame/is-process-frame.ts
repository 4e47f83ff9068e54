import { type Request } from 'express';

/** Whether the body of a request is a video whatever its type says, for whoever comes before the routes. */
export const isProcessFrame = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  method === 'POST' && /^\/process-frame\/?$/i.test(path);

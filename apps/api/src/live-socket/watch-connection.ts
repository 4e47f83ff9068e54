import { type WebSocket } from 'ws';

import { type CloseReason } from './close-codes.js';
import { type ConnectionTimes } from './connection-times.js';

/** Ends a connection whose client is gone, sends nothing, or has a key no more. */
export function watchConnection(
  socket: WebSocket,
  times: ConnectionTimes,
  isStillKnown: () => Promise<boolean>,
  close: (reason: CloseReason) => void,
): void {
  let answers = true;
  const ping = setInterval(() => {
    if (!answers) {
      socket.terminate();
      return;
    }
    answers = false;
    socket.ping();
  }, times.pingMs);
  const silence = setTimeout(() => close('silent'), times.silenceMs);
  const keyCheck = setInterval(() => {
    void isStillKnown().then((known) => {
      if (!known) close('keyGone');
    });
  }, times.keyCheckMs);
  socket.on('pong', () => (answers = true));
  socket.on('message', () => silence.refresh());
  socket.once('close', () => {
    clearInterval(ping);
    clearTimeout(silence);
    clearInterval(keyCheck);
  });
}

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { type LiveMessage } from '@eyeline/contracts';
import { WebSocket } from 'ws';

/** What clients of live connections have seen, all of them together. */
export interface LiveLoad {
  readonly clients: number;
  readonly lanes: number;
  readonly sent: number;
  readonly answered: number;
  readonly withFace: number;
  readonly dropped: number;
  /** Answered ones. */
  readonly framesPerS: number;
  /** From sending a frame to its answer. */
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface Pace {
  readonly clients: number;
  readonly lanes: number;
  readonly seconds: number;
  /** Of each client; null: the next frame when the last one is answered. */
  readonly framesPerS: number | null;
}

interface ClientSeen {
  sent: number;
  dropped: number;
  withFace: number;
  readonly tookMs: number[];
}

/** How long answers are waited for after the last frame. */
const TAIL_MS = 2000;

/** Clients that send pictures over WebSockets for some time, each of them from another one on. */
export async function runLiveLoad(port: number, jpegs: readonly Buffer[], pace: Pace): Promise<LiveLoad> {
  const { clients, lanes, seconds } = pace;
  const seen = await Promise.all(
    Array.from({ length: clients }, (_, i) => {
      const start = Math.floor((i * jpegs.length) / clients);
      return runClient(port, [...jpegs.slice(start), ...jpegs.slice(0, start)], pace);
    }),
  );
  const sum = (value: (one: ClientSeen) => number): number => seen.reduce((all, one) => all + value(one), 0);
  const tookMs = seen.flatMap((one) => one.tookMs).sort((a, b) => a - b);
  if (tookMs.length === 0) throw new Error('No frame was answered.');
  const quantile = (share: number): number => tookMs[Math.ceil(share * tookMs.length) - 1];
  return {
    ...{ clients, lanes, answered: tookMs.length, framesPerS: tookMs.length / seconds },
    sent: sum((one) => one.sent),
    withFace: sum((one) => one.withFace),
    dropped: sum((one) => one.dropped),
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
  };
}

async function runClient(
  port: number,
  jpegs: readonly Buffer[],
  { seconds, framesPerS }: Pace,
): Promise<ClientSeen> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/live`, { perMessageDeflate: false });
  await once(socket, 'open');
  const seen: ClientSeen = { sent: 0, dropped: 0, withFace: 0, tookMs: [] };
  const sentAtMs: number[] = [];
  let failure: string | null = null;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as LiveMessage;
    seen.dropped = message.dropped;
    if ('error' in message) failure = message.error.detail;
    if (!('faces' in message)) return;
    seen.tookMs.push(performance.now() - sentAtMs[message.frame - 1]);
    seen.withFace += message.faces.length > 0 ? 1 : 0;
  });
  const send = (): void => {
    socket.send(jpegs[seen.sent++ % jpegs.length]);
    sentAtMs.push(performance.now());
  };
  const startedAtMs = performance.now();
  const untilMs = startedAtMs + 1000 * seconds;
  while (performance.now() < untilMs && failure === null) {
    send();
    if (framesPerS === null) await once(socket, 'message');
    // From the start, so that a late timer does not slow the pace down.
    else await sleep(Math.max(0, startedAtMs + (1000 * seen.sent) / framesPerS - performance.now()));
  }
  const tailMs = performance.now() + TAIL_MS;
  while (seen.tookMs.length + seen.dropped < seen.sent && performance.now() < tailMs) await sleep(20);
  socket.close();
  await once(socket, 'close');
  if (failure !== null) throw new Error(`A frame failed: ${String(failure)}`);
  return seen;
}

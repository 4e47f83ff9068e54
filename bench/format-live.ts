import { type LiveResult } from './live.js';
import { markdownTable } from './markdown-table.js';

const round = (value: number): string => value.toFixed(value >= 100 ? 0 : 1);

const share = (part: number, whole: number): string => `${round((100 * part) / whole)} %`;

/** The results of `--live` as Markdown. */
export function formatLive({ pictures, meanBytes, seconds, ...result }: LiveResult): string {
  const { cameras, inTurn, peers, cameraFramesPerS } = result;
  const cpu = (ms: number | null): string => (ms === null ? '-' : round(ms));
  return [
    `${pictures.number} pictures of the clip, ${pictures.width}x${pictures.height}, JPEG, ${round(meanBytes / 1000)} kB on average;`,
    'clients, API and PostgreSQL on this one machine.',
    '',
    `${cameras.clients} WebSockets with ${cameraFramesPerS} frames/s each for ${seconds} s, \`LIVE_LANES=${cameras.lanes}\`: ` +
      `${cameras.sent} sent, ${round(cameras.framesPerS)} answered a second, ` +
      `${round((100 * cameras.dropped) / cameras.sent)} % dropped; ` +
      `from sending to the answer p50 ${round(cameras.p50Ms)} ms, p95 ${round(cameras.p95Ms)} ms.`,
    '',
    'The same pictures, the next one sent when the last one is answered:',
    '',
    markdownTable(
      [
        ['who', 'what', 'frames/s', 'p50 ms', 'p95 ms', 'CPU ms a frame', 'frames with a face'],
        ...inTurn.map((one) => [
          `Eyeline, ${one.clients} ${one.clients === 1 ? 'client' : 'clients'}, \`LIVE_LANES=${one.lanes}\``,
          'WebSocket, JPEG, detector, landmarks, emotions, gaze',
          ...[one.framesPerS, one.p50Ms, one.p95Ms].map(round),
          ...[cpu(one.cpuMsPerFrame), share(one.withFace, one.answered)],
        ]),
        ...peers.map((peer) => [
          `${peer.name} ${peer.version}`,
          `${peer.what}; WebAssembly, 1 thread`,
          ...[peer.framesPerS, peer.p50Ms, peer.p95Ms, peer.cpuMsPerFrame].map(round),
          share(peer.withFace, peer.frames),
        ]),
      ],
      2,
    ),
    '',
    ...(peers.length === 0
      ? ['The peers were not installed (bench/peers).']
      : [
          'The peers get decoded pictures within their own process: neither a connection nor JPEG is counted for them.',
        ]),
  ].join('\n');
}

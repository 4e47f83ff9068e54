export const recording = {
  text: 'Half a minute, without sound. It stays in this browser until you send it.',
  start: 'Record 30 seconds',
  stop: 'Stop',
  left: (seconds: number) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
  review: 'Your recording',
  send: 'Analyse this recording',
  discard: 'Discard it',
  name: (time: string) => `Recording ${time}`,
  unsupported: 'This browser records no video. Record with another program, and upload the file.',
  failed: 'The recording broke off.',
};

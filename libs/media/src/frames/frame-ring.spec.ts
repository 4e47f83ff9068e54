import fc from 'fast-check';

import { FrameRing } from './frame-ring.js';

describe('FrameRing', () => {
  it('gives the bytes back frame by frame, however they came in pieces', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 50 }),
        (bytes, frameBytes, pieceBytes) => {
          const ring = new FrameRing(frameBytes, 3);
          const read: number[] = [];
          for (let at = 0; at < bytes.length; at += pieceBytes) {
            let piece = bytes.subarray(at, at + pieceBytes);
            for (;;) {
              piece = piece.subarray(ring.write(piece));
              if (ring.ready === 0) break;
              read.push(...ring.peek());
              ring.release();
            }
          }
          const frames = Math.floor(bytes.length / frameBytes);
          expect(read).toEqual([...bytes.subarray(0, frames * frameBytes)]);
          expect(ring.hasPart).toBe(bytes.length % frameBytes > 0);
        },
      ),
    );
  });

  it('takes no more than it has room for', () => {
    const ring = new FrameRing(2, 2);
    expect(ring.write(new Uint8Array(7))).toBe(4);
    expect(ring.isFull).toBe(true);
    ring.release();
    expect(ring.write(new Uint8Array(7))).toBe(2);
  });
});

import { type FaceCandidate } from './decode-face-grid.js';
import { mergePasses, NEAR } from './merge-passes.js';

const face = (x: number, side: number, score: number): FaceCandidate => ({
  x,
  y: 100,
  w: side,
  h: side,
  score,
  keyPoints: new Float32Array(10),
});

describe('mergePasses', () => {
  it('reads faces of common size from the larger look', () => {
    const [small, large] = [face(100, 60, 0.7), face(104, 58, 0.8)];
    expect(mergePasses([small], [large], NEAR)).toEqual([large]);
  });

  it('reads very large faces from the smaller look', () => {
    const [small, large] = [face(100, 300, 0.7), face(104, 298, 0.9)];
    expect(mergePasses([small], [large], NEAR)).toEqual([small]);
  });

  it('asks more of a face that the larger look alone sees', () => {
    const known = face(300, 50, 0.8);
    expect(mergePasses([known], [face(10, 20, 0.55), known], NEAR)).toEqual([known]);
    expect(mergePasses([known], [face(10, 20, 0.65), known], NEAR)).toHaveLength(2);
  });

  it('keeps what only the smaller look sees', () => {
    const [a, b] = [face(100, 60, 0.7), face(400, 60, 0.6)];
    expect(mergePasses([a, b], [a], NEAR)).toEqual([a, b]);
  });
});

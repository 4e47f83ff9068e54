import { LANDMARK_NUMBERS } from './model-input.js';

/** An ellipse of the picture, by its sides: centre and half axes. */
type Part = readonly [x: number, y: number, halfWidth: number, halfHeight: number, luma: number];

/** Head, brows, eyes, nose, mouth, as FER2013 has them. */
const PARTS: readonly Part[] = [
  [0.5, 0.5, 0.42, 0.55, 175],
  [0.31, 0.27, 0.12, 0.025, 70],
  [0.68, 0.27, 0.12, 0.025, 70],
  [0.31, 0.365, 0.09, 0.045, 235],
  [0.68, 0.365, 0.09, 0.045, 235],
  [0.31, 0.365, 0.035, 0.045, 35],
  [0.68, 0.365, 0.035, 0.045, 35],
  [0.495, 0.58, 0.05, 0.03, 120],
  [0.495, 0.79, 0.17, 0.05, 90],
];

const BACKGROUND = 60;

/** A simple drawn face that fills the picture: rows of luma, 0-255. What networks are tried on when they are loaded. */
export function drawProbeFace(width: number, height: number): Float32Array {
  const picture = new Float32Array(width * height).fill(BACKGROUND);
  for (const [centerX, centerY, halfWidth, halfHeight, luma] of PARTS) {
    for (let row = 0, i = 0; row < height; row++) {
      for (let column = 0; column < width; column++, i++) {
        const x = ((column + 0.5) / width - centerX) / halfWidth;
        const y = ((row + 0.5) / height - centerY) / halfHeight;
        if (x * x + y * y <= 1) picture[i] = luma;
      }
    }
  }
  return picture;
}

/** What networks that read landmarks are tried on: 68 points around the eyes, about as far from them as a face has them. */
export function probeLandmarks(): Float32Array {
  return Float32Array.from({ length: LANDMARK_NUMBERS }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / (LANDMARK_NUMBERS / 2);
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
}

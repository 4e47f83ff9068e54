import { type Analyser } from '../face.js';
import { forward } from '../head-pose/rotation.js';
import { measureSharpness } from './sharpness.js';

/** A face whose box is so wide and high (geometric mean, pixels of the analysed picture) is as large as any reading needs. */
const FULL_SIZE_PX = 96;

/** Sharpness (see sharpness.ts) of a face in focus that fills its crop. */
const FULL_SHARPNESS = 0.12;

/** 0-1: geometric mean of size, sharpness and frontality, each 0-1 (docs/outputs.md). */
export const createQualityAnalyser =
  (cropSide: number): Analyser =>
  (faces) => {
    for (const face of faces) {
      const { w, h } = face.candidate;
      const size = Math.min(1, Math.sqrt(w * h) / FULL_SIZE_PX);
      const sharpness = Math.min(1, measureSharpness(face.crop, cropSide) / FULL_SHARPNESS);
      // cosine of the angle between nose and camera
      const frontality = Math.max(0, -forward(face.head.rotation)[2]);
      face.quality = Math.cbrt(size * sharpness * frontality);
    }
  };

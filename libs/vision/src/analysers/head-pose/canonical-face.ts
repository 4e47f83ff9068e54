/**
 * The face that poses are measured against, and the eyes in it.
 *
 * Source: our own. The 70 landmarks of 3357 training faces (see the model card of face-landmarks-70) were factored
 * into one rigid shape seen from 3357 sides (Tomasi and Kanade 1992, metric upgrade, mirror symmetry enforced; the code
 * is `mean_shape_3d` in training/average_person, on faces of at least 80 pixels and `mesh_conf` from 0.95). The
 * landmarks of the teacher exaggerate depth: 0.78 of it is kept, as for the drawn clips, and the tip of the nose then
 * stands 43 mm before the outer corners of the eyes if these are 90 mm apart. Pose 0 is the median pose of the training
 * pictures, in which most people look at the photographer.
 *
 * Unit: the outer corners of the eyes are 100 apart (about 90 mm). x to the right of the picture, y down, z away from
 * the camera; the origin is the mean of all landmarks.
 */
export interface CanonicalPoint {
  /** Place among the 68 iBUG points. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Points that expressions or hair move, or that the network finds less exactly, count less. */
  readonly weight: number;
}

/** Outline beside the ears, brows, nose, corners of the eyes and of the mouth: what hardly moves in a face. */
export const RIGID_POINTS: readonly CanonicalPoint[] = [
  { index: 0, x: -83.5, y: -40.2, z: 57.2, weight: 0.3 },
  { index: 1, x: -82.2, y: -18.9, z: 61.0, weight: 0.3 },
  { index: 2, x: -80.2, y: 2.3, z: 60.6, weight: 0.3 },
  { index: 3, x: -75.5, y: 23.1, z: 56.6, weight: 0.3 },
  { index: 4, x: -67.2, y: 42.5, z: 47.6, weight: 0.3 },
  { index: 12, x: 67.2, y: 42.5, z: 47.6, weight: 0.3 },
  { index: 13, x: 75.5, y: 23.1, z: 56.6, weight: 0.3 },
  { index: 14, x: 80.2, y: 2.3, z: 60.6, weight: 0.3 },
  { index: 15, x: 82.2, y: -18.9, z: 61.0, weight: 0.3 },
  { index: 16, x: 83.5, y: -40.2, z: 57.2, weight: 0.3 },
  { index: 17, x: -68.1, y: -60.5, z: 9.3, weight: 0.3 },
  { index: 18, x: -60.5, y: -66.7, z: -1.0, weight: 0.3 },
  { index: 19, x: -48.9, y: -70.0, z: -10.2, weight: 0.3 },
  { index: 20, x: -34.0, y: -69.1, z: -17.9, weight: 0.3 },
  { index: 21, x: -17.3, y: -67.2, z: -22.7, weight: 0.3 },
  { index: 22, x: 17.3, y: -67.2, z: -22.7, weight: 0.3 },
  { index: 23, x: 34.0, y: -69.1, z: -17.9, weight: 0.3 },
  { index: 24, x: 48.9, y: -70.0, z: -10.2, weight: 0.3 },
  { index: 25, x: 60.5, y: -66.7, z: -1.0, weight: 0.3 },
  { index: 26, x: 68.1, y: -60.5, z: 9.3, weight: 0.3 },
  { index: 27, x: 0.0, y: -47.8, z: -22.7, weight: 1 },
  { index: 28, x: 0.0, y: -30.5, z: -33.2, weight: 1 },
  { index: 29, x: 0.0, y: -14.6, z: -43.5, weight: 1 },
  { index: 30, x: 0.0, y: -4.6, z: -47.3, weight: 1 },
  { index: 31, x: -16.0, y: 4.9, z: -25.0, weight: 1 },
  { index: 32, x: -9.3, y: 9.5, z: -27.3, weight: 1 },
  { index: 33, x: 0.0, y: 9.7, z: -29.7, weight: 1 },
  { index: 34, x: 9.3, y: 9.5, z: -27.3, weight: 1 },
  { index: 35, x: 16.0, y: 4.9, z: -25.0, weight: 1 },
  { index: 36, x: -50.0, y: -43.0, z: 0.3, weight: 1 },
  { index: 39, x: -21.6, y: -41.4, z: -6.1, weight: 1 },
  { index: 42, x: 21.6, y: -41.4, z: -6.1, weight: 1 },
  { index: 45, x: 50.0, y: -43.0, z: 0.3, weight: 1 },
  { index: 48, x: -31.9, y: 33.0, z: -1.3, weight: 0.3 },
  { index: 54, x: 31.9, y: 33.0, z: -1.3, weight: 0.3 },
];

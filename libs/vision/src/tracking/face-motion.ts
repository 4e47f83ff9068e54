import { type Region } from '@eyeline/contracts';

import { correctAxis, predictAxis, type AxisState } from './axis-filter.js';
import { MOTION, PLACE } from './tracking-parameters.js';

/** Where a face is and where it goes: its centre in pixels, and its size as the logarithm of sqrt(w h). */
export interface FaceMotion {
  readonly x: AxisState;
  readonly y: AxisState;
  readonly logSize: AxisState;
  /** w / h of the last box seen. */
  readonly aspect: number;
}

/** How well a box fits what was predicted. */
export interface MotionFit {
  /** Log of the probability density of the box: a pixel^-2, and a unit of log size. */
  readonly logDensity: number;
  /** Squared Mahalanobis distance, chi-square with 3 degrees of freedom for the right box. */
  readonly distance2: number;
}

export function startMotion(region: Region): FaceMotion {
  const { x, y, logSize, size } = measure(region);
  const at = (position: number, noise: number, speed: number): AxisState => ({
    position,
    velocity: 0,
    positionVariance: noise ** 2,
    covariance: 0,
    velocityVariance: speed ** 2,
  });
  return {
    x: at(x, MOTION.positionNoise * size, MOTION.firstSpeed * size),
    y: at(y, MOTION.positionNoise * size, MOTION.firstSpeed * size),
    logSize: at(logSize, MOTION.logSizeNoise, MOTION.firstLogSizeSpeed),
    aspect: region.w / region.h,
  };
}

/** The motion `dtS` seconds later; noise grows with the size of the face, because a near face moves more pixels. */
export function predictMotion(motion: FaceMotion, dtS: number): FaceMotion {
  const q = MOTION.acceleration * sizeOf(motion) ** 2;
  return {
    x: predictAxis(motion.x, dtS, q),
    y: predictAxis(motion.y, dtS, q),
    logSize: predictAxis(motion.logSize, dtS, MOTION.logSizeAcceleration),
    aspect: motion.aspect,
  };
}

export function correctMotion(predicted: FaceMotion, region: Region): FaceMotion {
  const { x, y, logSize, size } = measure(region);
  const noise = (MOTION.positionNoise * size) ** 2;
  return {
    x: correctAxis(predicted.x, x, noise),
    y: correctAxis(predicted.y, y, noise),
    logSize: correctAxis(predicted.logSize, logSize, MOTION.logSizeNoise ** 2),
    aspect: region.w / region.h,
  };
}

/** How well a box fits the course of a face. */
export function fitMotion(predicted: FaceMotion, region: Region): MotionFit {
  const { x, y, logSize } = measure(region);
  const noise = (MOTION.positionNoise * sizeOf(predicted)) ** 2;
  return fitNormal([
    [x - predicted.x.position, predicted.x.positionVariance + noise],
    [y - predicted.y.position, predicted.y.positionVariance + noise],
    [logSize - predicted.logSize.position, predicted.logSize.positionVariance + MOTION.logSizeNoise ** 2],
  ]);
}

/** How well a box fits the place where a face was last seen, for somebody who stayed there. */
export function fitPlace(last: Region, region: Region): MotionFit {
  const before = measure(last);
  const now = measure(region);
  const variance = (PLACE.spread * before.size) ** 2;
  return fitNormal([
    [now.x - before.x, variance],
    [now.y - before.y, variance],
    [now.logSize - before.logSize, PLACE.logSizeSpread ** 2],
  ]);
}

/** Independent normal distributions, given the offset from each mean and each variance. */
function fitNormal(axes: readonly (readonly [offset: number, variance: number])[]): MotionFit {
  let distance2 = 0;
  let logDensity = 0;
  for (const [offset, variance] of axes) {
    distance2 += offset ** 2 / variance;
    logDensity -= (offset ** 2 / variance + Math.log(2 * Math.PI * variance)) / 2;
  }
  return { logDensity, distance2 };
}

export function regionOf(motion: FaceMotion): Region {
  const size = sizeOf(motion);
  const w = size * Math.sqrt(motion.aspect);
  const h = size / Math.sqrt(motion.aspect);
  return { x: motion.x.position - w / 2, y: motion.y.position - h / 2, w, h };
}

const sizeOf = (motion: FaceMotion): number => Math.exp(motion.logSize.position);

function measure({ x, y, w, h }: Region) {
  const size = Math.sqrt(w * h);
  return { x: x + w / 2, y: y + h / 2, size, logSize: Math.log(size) };
}

/**
 * A Kalman filter over one coordinate that moves at a nearly constant velocity: white noise of spectral density
 * `q` acts as acceleration. Time is real time, so a step of 0.4 s equals two of 0.2 s and any sampling rate works.
 * Source: Bar-Shalom, Li, Kirubarajan, "Estimation with Applications to Tracking and Navigation" (2001),
 * section 6.2.2, "continuous white noise acceleration".
 */
export interface AxisState {
  readonly position: number;
  /** Units of the position a second. */
  readonly velocity: number;
  /** The covariance matrix of (position, velocity): its two variances and what they share. */
  readonly positionVariance: number;
  readonly covariance: number;
  readonly velocityVariance: number;
}

/** The state `dtS` seconds later, before anything is seen. */
export function predictAxis(state: AxisState, dtS: number, q: number): AxisState {
  const { position, velocity, positionVariance, covariance, velocityVariance } = state;
  return {
    position: position + velocity * dtS,
    velocity,
    positionVariance:
      positionVariance + 2 * dtS * covariance + dtS * dtS * velocityVariance + (q * dtS ** 3) / 3,
    covariance: covariance + dtS * velocityVariance + (q * dtS * dtS) / 2,
    velocityVariance: velocityVariance + q * dtS,
  };
}

/** The state after the position was measured with a given variance. */
export function correctAxis(state: AxisState, measured: number, measurementVariance: number): AxisState {
  const total = state.positionVariance + measurementVariance;
  const positionGain = state.positionVariance / total;
  const velocityGain = state.covariance / total;
  const surprise = measured - state.position;
  return {
    position: state.position + positionGain * surprise,
    velocity: state.velocity + velocityGain * surprise,
    positionVariance: (1 - positionGain) * state.positionVariance,
    covariance: (1 - positionGain) * state.covariance,
    velocityVariance: state.velocityVariance - velocityGain * state.covariance,
  };
}

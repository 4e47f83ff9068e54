/** How many points there are: 68 of the iBUG scheme, then the pupils. */
export const POINTS = 70;

/** Indices of one eye, from the outer corner over the upper lid to the inner corner, back along the lower lid; then its pupil. */
export interface EyeIndices {
  readonly outer: number;
  readonly upper: readonly [number, number];
  readonly inner: number;
  /** From the inner to the outer side. */
  readonly lower: readonly [number, number];
  readonly pupil: number;
}

/** The person's right eye, left in the picture. */
export const RIGHT_EYE: EyeIndices = { outer: 36, upper: [37, 38], inner: 39, lower: [40, 41], pupil: 68 };

/** The person's left eye, right in the picture. */
export const LEFT_EYE: EyeIndices = { outer: 45, upper: [44, 43], inner: 42, lower: [47, 46], pupil: 69 };

export const EYES = [RIGHT_EYE, LEFT_EYE] as const;

/** The mouth's corners, the person's right one first. */
export const MOUTH_CORNERS = [48, 54] as const;

/** Seven indices in the order of the eye network's outputs. */
export const eyeOutputOrder = (eye: EyeIndices): readonly number[] => [
  eye.outer,
  ...eye.upper,
  eye.inner,
  ...eye.lower,
  eye.pupil,
];

/** 0.6776 -> 67.8 %; null -> a dash. */
export const percent = (share: number | null): string =>
  share === null ? '-' : `${(100 * share).toFixed(1)} %`;

export const decimals = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

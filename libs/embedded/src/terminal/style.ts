/** Colours of the 256-colour palette that read well on dark and on light backgrounds. */
export const COLOURS = {
  red: 167,
  orange: 172,
  yellow: 178,
  green: 71,
  cyan: 37,
  blue: 68,
  purple: 134,
  grey: 245,
} as const;

export type Colour = keyof typeof COLOURS;

/** Text with and without looks: every function gives back plain text where colour is not wanted. */
export interface Style {
  readonly hasColour: boolean;
  bold(text: string): string;
  dim(text: string): string;
  paint(colour: Colour, text: string): string;
}

/** Whether a stream takes colour: a terminal does, unless NO_COLOR (https://no-color.org) or TERM=dumb says no. */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return stream.isTTY === true && environment.TERM !== 'dumb';
}

export function createStyle(hasColour: boolean): Style {
  const wrap = (open: string, close: string) => (text: string) =>
    hasColour && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    hasColour,
    bold: wrap('1', '22'),
    dim: wrap('2', '22'),
    paint: (colour, text) => wrap(`38;5;${COLOURS[colour]}`, '39')(text),
  };
}

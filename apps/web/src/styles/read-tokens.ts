/** An sRGB colour, each channel 0-1. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Token {
  readonly light: Rgb;
  readonly dark: Rgb;
}

/** `--name: light-dark(#rrggbb, #rrggbb);` of a style sheet, by name without the dashes. */
export function readTokens(css: string): Map<string, Token> {
  const tokens = new Map<string, Token>();
  for (const [, name, light, dark] of css.matchAll(/--([a-z-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g)) {
    tokens.set(name, { light: readHex(light), dark: readHex(dark) });
  }
  return tokens;
}

const readHex = (hex: string): Rgb => {
  const channel = (at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
};

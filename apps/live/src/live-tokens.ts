export const FRAMES = Symbol('frames');
export const LOGGER = Symbol('logger');

/** What the composition root gives to classes: things that come from plain libs, not from Nest. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const DATABASE = Symbol('database');
export const STORAGE = Symbol('storage');
export const QUEUE = Symbol('queue');
export const HARDWARE_DECODER = Symbol('hardware decoder');
export const ANALYSE_LANES = Symbol('analyse lanes');
export const ASSEMBLE_LANES = Symbol('assemble lanes');

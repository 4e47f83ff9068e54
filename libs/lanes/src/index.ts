export { type LaneAnswer, packError, unpackError } from './lane-answer.js';
export { LanePool } from './lane-pool.js';
export { type LaneContext, serveLane } from './serve-lane.js';

export { ClipMaker } from './clip-maker.js';
export { describeWithSharedMedia, fixture, sharedClip } from './clips.js';
export { createTestDatabase, type TestDatabase } from './create-test-database.js';
export { type EmbeddedStack, startEmbeddedStack } from './embedded-stack.js';
export { type Answer, EyelineClient } from './eyeline-client.js';
export { findFreePort } from './free-port.js';
export { testPostgresUrl, testRedisUrl } from './server-addresses.js';
export { type RunningServer } from './servers/running-server.js';
export { startRedis } from './servers/start-redis.js';

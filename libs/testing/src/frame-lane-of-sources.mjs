// The lane of libs/live from its sources: a thread of tests that have no build, and knows nothing of Jest's transform.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);

const { default: lane } = await import('../../live/src/frame-lane.ts');

export default lane;

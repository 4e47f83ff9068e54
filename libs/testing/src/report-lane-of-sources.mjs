// The lane of reports of libs/live from its sources, as frame-lane-of-sources.mjs.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);

const { default: lane } = await import('../../live/src/sessions/report-lane.ts');

export default lane;

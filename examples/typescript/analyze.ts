// analyze.ts VIDEO: sends a video, waits for its analysis to end, prints what was seen.
import { createClient, EyelineError } from '@eyeline/client';

const { EYELINE_URL = 'http://127.0.0.1:3000', EYELINE_API_KEY } = process.env;
const eyeline = createClient({ baseUrl: EYELINE_URL, apiKey: EYELINE_API_KEY });

try {
  const { id } = await eyeline.analyze(process.argv[2], {
    options: { sampling_fps: 5 },
    tag: 'example',
    onProgress: ({ sentBytes, totalBytes }) => console.error(`sent ${sentBytes} of ${totalBytes} bytes`),
  });
  await eyeline.waitFor(id, { onProgress: ({ stage, progress }) => console.error(stage, progress) });
  const report = await eyeline.report(id);
  console.log(report.overall_dominant_emotion, report.eye_contact_score);
} catch (error) {
  if (!(error instanceof EyelineError)) throw error;
  console.error(`${error.message}, request ${error.requestId}`);
  process.exitCode = 1;
}

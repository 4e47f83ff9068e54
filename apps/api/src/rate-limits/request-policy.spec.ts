import { policyOf } from './request-policy.js';

it.each([
  ['GET', '/v1/analyses', 'default'],
  ['HEAD', '/v1/uploads/up_1', 'default'],
  ['OPTIONS', '/v1/uploads', 'default'],
  ['PATCH', '/v1/uploads/up_1', 'default'],
  ['GET', '/docs', 'default'],
  ['POST', '/v1/uploads', 'writes'],
  ['POST', '/v1/analyses', 'writes'],
  ['POST', '/v1/frames', 'live'],
  ['POST', '/V1/Frames/', 'live'],
  ['GET', '/v1/frames', 'default'],
  ['POST', '/analyze', 'live'],
  ['POST', '/predict', 'live'],
  ['POST', '/Predict_Emotion/', 'live'],
  ['POST', '/predict_emotion_stream', 'live'],
  ['POST', '/predict_emotion_streams', 'writes'],
  ['POST', '/v1/analyze', 'writes'],
  ['GET', '/analyze', 'default'],
  ['DELETE', '/v1/analyses/an_1', 'writes'],
  ['PATCH', '/v1/webhook-endpoints/we_1', 'writes'],
  ['GET', '/livez', null],
  ['GET', '/readyz', null],
  ['GET', '/health', null],
  ['GET', '/metrics', null],
] as const)('%s %s counts as %s', (method, path, policy) => {
  expect(policyOf({ method, path })).toBe(policy);
});

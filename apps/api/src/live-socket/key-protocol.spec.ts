import { takeKeyFromProtocols } from './key-protocol.js';

it.each<[string | undefined, string | undefined, string | undefined, string | undefined]>([
  // offered, authorization -> left, authorization
  [undefined, undefined, undefined, undefined],
  ['eyeline.v1', undefined, 'eyeline.v1', undefined],
  ['eyeline.v1, eyeline.key.ey_a', undefined, 'eyeline.v1', 'Bearer ey_a'],
  ['eyeline.key.ey_a,eyeline.v1 ,other', undefined, 'eyeline.v1, other', 'Bearer ey_a'],
  ['eyeline.key.ey_a', undefined, undefined, 'Bearer ey_a'],
  ['eyeline.v1, eyeline.key.ey_a', 'Bearer ey_b', 'eyeline.v1', 'Bearer ey_b'],
  ['eyeline.key.ey_a, eyeline.key.ey_b', undefined, undefined, 'Bearer ey_a'],
])('%s with %s leaves %s and is %s', (offered, given, left, authorization) => {
  const headers = {
    ...(offered === undefined ? {} : { 'sec-websocket-protocol': offered }),
    ...(given === undefined ? {} : { authorization: given }),
  };
  takeKeyFromProtocols({ headers });
  expect(headers).toEqual({
    ...(left === undefined ? {} : { 'sec-websocket-protocol': left }),
    ...(authorization === undefined ? {} : { authorization }),
  });
});

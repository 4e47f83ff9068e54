import { type OwnerRow } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';

import { isLeftover } from './find-leftovers.js';

const id = 'an_x';
const row = (changes: Partial<OwnerRow> = {}): OwnerRow => ({
  ...{ id, status: 'processing', attempt: 2, videoDeletedAt: null },
  ...changes,
});
const video = objectKeys.video(id);
const frames = objectKeys.frames(id, 2);
const plan = objectKeys.plan(id, 2);
const piece = objectKeys.piece(id, 2, 3);
const ofFirst = objectKeys.outcome(id, 1, 0);
const ofThird = objectKeys.outcome(id, 3, 0);
const info = `${video}.info`;
const all = [video, info, frames, plan, piece, ofFirst, ofThird];

it.each([
  ['an analysis at work', [row()], [info, ofFirst]],
  ['a completed one', [row({ status: 'completed' })], [info, plan, piece, ofFirst]],
  ['a failed one', [row({ status: 'failed' })], [info, frames, plan, piece, ofFirst]],
  ['a canceled one', [row({ status: 'canceled' })], [info, frames, plan, piece, ofFirst]],
  ['one whose video has passed its time', [row({ videoDeletedAt: new Date() })], [video, info, ofFirst]],
  ['one that is gone', [], all],
])('of %s', (_, rows, leftovers) => {
  const owners = new Map(rows.map((owner) => [owner.id, owner]));
  expect(all.filter((key) => isLeftover(key, owners)).sort()).toEqual([...leftovers].sort());
});

it('leaves alone what is not ours', () => {
  expect(isLeftover('backups/yesterday', new Map())).toBe(false);
});

import { type Submission } from '../crowd/crowd.js';
import { VIDEOS, type VideoName } from '../crowd/videos.js';
import { type TakenWebhook } from '../crowd/webhook-receiver.js';
import { type AnalysisState, type Evidence } from './evidence.js';
import { judge } from './judge.js';

const submission = (id: string, video: VideoName, changes: Partial<Submission> = {}): Submission => ({
  ...{ id, video: VIDEOS[video], wish: 'keep', canceledAs: null, isDeleted: false },
  ...changes,
});

const row = (id: string, tag: VideoName, changes: Partial<AnalysisState> = {}): AnalysisState => ({
  ...{ id, tag, status: 'completed', attempt: 1, code: null, completed_at: new Date(0) },
  ...changes,
});

const webhook = (analysisId: string, end: string, messageId = `msg of ${analysisId}`): TakenWebhook => ({
  ...{ messageId, analysisId },
  type: `analysis.${end}`,
});

const nothing = { files: [], uploads: [], processes: [], outbox: 0, jobs: 0 };

/** One of each end, all as it must be; `changes` breaks it. */
function evidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    submissions: [
      submission('an_1', 'short'),
      submission('an_2', 'text'),
      submission('an_3', 'long', { wish: 'cancel', canceledAs: 'canceled' }),
      submission('an_4', 'long', { wish: 'delete', isDeleted: true }),
      submission('an_5', 'private'),
    ],
    rows: [
      row('an_1', 'short'),
      row('an_2', 'text', { status: 'failed', code: 'unsupported_media' }),
      row('an_3', 'long', { status: 'canceled' }),
      row('an_5', 'private'),
    ],
    reports: ['an_1', 'an_5'],
    completions: new Map([
      ['an_1', 1],
      ['an_5', 1],
    ]),
    webhooks: [
      ...[webhook('an_1', 'completed'), webhook('an_2', 'failed'), webhook('an_3', 'canceled')],
      ...[webhook('an_4', 'canceled'), webhook('an_5', 'completed')],
    ],
    told: new Map([
      ['an_1', { status: 'completed', result: 'short result' }],
      ['an_2', { status: 'failed', result: null }],
      ['an_3', { status: 'canceled', result: null }],
      ['an_4', { status: null, result: null }],
      ['an_5', { status: 'completed', result: 'private result' }],
    ]),
    undisturbed: new Map([
      ['short', 'short result'],
      ['private', 'private result'],
    ]),
    left: {
      ...nothing,
      objects: [
        ...['analyses/an_1/1/frames.ndjson', 'analyses/an_1/video', 'analyses/an_2/video'],
        ...['analyses/an_3/video', 'analyses/an_5/1/frames.ndjson'],
      ],
    },
    ...changes,
  };
}

const without = (id: string) => evidence().rows.filter((one) => one.id !== id);

describe('the verdict of a chaos run', () => {
  it('finds nothing where all is as it must be', () => {
    expect(judge(evidence())).toEqual({
      counts: {
        submitted: 5,
        unanswered: 0,
        completed: 2,
        failed: 1,
        canceled: 1,
        deleted: 1,
        webhooks: 5,
        repeatedWebhooks: 0,
      },
      ...{ lost: [], doubled: [], wrong: [], leftBehind: [] },
    });
  });

  it('an analysis that is gone, and one that has not ended, are lost', () => {
    expect(judge(evidence({ rows: without('an_1') })).lost).toEqual(['an_1 is gone']);
    const rows = [...without('an_1'), row('an_1', 'short', { status: 'processing' })];
    expect(judge(evidence({ rows })).lost).toEqual(['an_1 (short) is still processing']);
  });

  it('a report that was written twice, and one without a completed analysis, are doubled', () => {
    expect(judge(evidence({ completions: new Map([['an_1', 2]]) })).doubled).toEqual([
      'the report of an_1 was written 2 times',
    ]);
    expect(judge(evidence({ reports: ['an_1', 'an_5', 'an_3'] })).doubled).toEqual([
      'an_3 has a report and is not completed',
    ]);
  });

  it.each([
    ['another end', row('an_2', 'text', { status: 'failed', code: 'internal' }), /should be failed unsupp/],
    ['a cancel without effect', row('an_3', 'long'), /should be canceled and is completed/],
    ['a deletion without effect', row('an_4', 'long'), /was deleted and is still there/],
  ])('%s is wrong', (_, changed, text) => {
    const rows = [...without(changed.id), changed];
    expect(judge(evidence({ rows })).wrong).toContainEqual(expect.stringMatching(text));
  });

  it('another report than the undisturbed one, none at all, and other words to clients are wrong', () => {
    const told = (status: 'completed' | 'queued', result: string) =>
      new Map([...evidence().told, ['an_1', { status, result }] as const]);
    expect(judge(evidence({ told: told('completed', 'another') })).wrong).toEqual([
      'the report of an_1 (short) is not the undisturbed one',
    ]);
    expect(judge(evidence({ told: told('queued', 'short result') })).wrong).toHaveLength(1);
    expect(judge(evidence({ reports: ['an_5'] })).wrong).toHaveLength(1);
  });

  it('a webhook may come again, but every end has one, and one that tells it', () => {
    const { webhooks } = evidence();
    expect(judge(evidence({ webhooks: [...webhooks, webhooks[0]] }))).toMatchObject({
      counts: { webhooks: 5, repeatedWebhooks: 1 },
      ...{ lost: [], doubled: [], wrong: [] },
    });
    expect(judge(evidence({ webhooks: webhooks.slice(1) })).lost).toEqual(['the webhook of an_1 never came']);
    expect(
      judge(evidence({ webhooks: [...webhooks, webhook('an_1', 'completed', 'other')] })).doubled,
    ).toEqual(['an_1 was told by 2 webhooks: analysis.completed, analysis.completed']);
    expect(judge(evidence({ webhooks: [webhook('an_1', 'failed'), ...webhooks.slice(1)] })).wrong).toEqual([
      'an_1 is completed, and a webhook says analysis.failed',
    ]);
    expect(judge(evidence({ webhooks: [...webhooks, webhook('an_9', 'failed')] })).wrong).toHaveLength(1);
  });

  it('names what is left behind, and what is missing', () => {
    const left = {
      objects: [...evidence().left.objects.slice(1), 'analyses/an_1/1/plan.json', 'analyses/an_4/video'],
      ...{ files: ['data/scratch/x'], uploads: ['analyses/an_9/video'], processes: ['ffmpeg -i x'] },
      ...{ outbox: 1, jobs: 2 },
    };
    expect(judge(evidence({ left })).leftBehind).toEqual([
      'object analyses/an_1/1/plan.json',
      'object analyses/an_4/video',
      'object analyses/an_1/1/frames.ndjson is missing',
      'file data/scratch/x',
      'unfinished upload of analyses/an_9/video',
      'process ffmpeg -i x',
      '1 entries of the outbox',
      '2 jobs in the queue',
    ]);
  });

  it('an analysis that nobody was told of is counted, and judged by its video', () => {
    const verdict = judge(
      evidence({ rows: [...evidence().rows, row('an_6', 'short', { status: 'failed' })] }),
    );
    expect(verdict.counts.unanswered).toBe(1);
    expect(verdict.wrong).toHaveLength(1);
  });
});

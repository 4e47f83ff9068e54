import { type AnalysisStatus } from '@eyeline/contracts';

import { type Guest } from './guests.js';
import { type PatientClient } from './patient-client.js';

/** An analysis whose client was told 202: it must not be lost. */
export interface Submission extends Guest {
  readonly id: string;
  /** What the client was told when it canceled. */
  canceledAs: AnalysisStatus | null;
  isDeleted: boolean;
}

const PARALLEL = 8;

/** Many clients at once. */
export class Crowd {
  readonly submissions: Submission[] = [];
  /** Answers that no client should ever get. */
  readonly surprises: string[] = [];

  constructor(
    private readonly client: PatientClient,
    private readonly files: ReadonlyMap<string, Buffer>,
    /** Where the end of each is to be told. */
    private readonly webhookUrl: string,
  ) {}

  /** Sends the videos of all guests, some at once. Resolves when each was answered. */
  async submit(guests: readonly Guest[]): Promise<Submission[]> {
    const waiting = [...guests];
    const submitted: Submission[] = [];
    const sender = async (): Promise<void> => {
      for (let guest = waiting.shift(); guest !== undefined; guest = waiting.shift()) {
        const submission = await this.send(guest);
        if (submission !== null) submitted.push(submission);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, sender));
    return submitted;
  }

  /** Those who wanted to cancel or to delete do so. */
  async changeMinds(submissions: readonly Submission[]): Promise<void> {
    await Promise.all(
      submissions.map(async (submission) => {
        if (submission.wish === 'cancel') await this.cancel(submission);
        if (submission.wish === 'delete') await this.remove(submission);
      }),
    );
  }

  private async send({ video, wish }: Guest): Promise<Submission | null> {
    const query = new URLSearchParams({ ...video.query, tag: video.name, webhook_url: this.webhookUrl });
    const answer = await this.client.request(`/v1/analyses?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'video/mp4' },
      body: this.files.get(video.name),
    });
    if (answer.status !== 202) {
      this.noteSurprise('an upload', answer);
      return null;
    }
    const submission = { video, wish, id: String(answer.body.id), canceledAs: null, isDeleted: false };
    this.submissions.push(submission);
    return submission;
  }

  private async cancel(submission: Submission): Promise<void> {
    const answer = await this.client.request(`/v1/analyses/${submission.id}/cancel`, { method: 'POST' });
    if (answer.status === 202) submission.canceledAs = answer.body.status as AnalysisStatus;
    else this.noteSurprise(`cancel of ${submission.id}`, answer);
  }

  private async remove(submission: Submission): Promise<void> {
    const answer = await this.client.request(`/v1/analyses/${submission.id}`, { method: 'DELETE' });
    // 404: an earlier call did it, and its answer was lost.
    if (answer.status === 200 || answer.status === 404) submission.isDeleted = true;
    else this.noteSurprise(`deletion of ${submission.id}`, answer);
  }

  private noteSurprise(what: string, { status, body }: { status: number; body: unknown }): void {
    this.surprises.push(`${what} was answered ${status}: ${JSON.stringify(body)}`);
  }
}

import { type Report } from '@eyeline/client/browser';

/**
 * A report on its way from one thread to another: first all of it with its long lists empty, then these, a piece at a
 * time. Hours of video have a hundred thousand entries, and the page answers to its user between two pieces.
 */
export type ReportPiece =
  | { readonly kind: 'head'; readonly report: Report }
  | { readonly kind: 'timeline'; readonly entries: Report['timeline'] }
  | { readonly kind: 'episodes'; readonly entries: Report['episodes'] }
  | { readonly kind: 'eyeContact'; readonly entries: Report['eye_contact']['episodes'] };

/** So many are copied within some milliseconds. */
const PIECE = 1000;

export function* splitReport(report: Report): Generator<ReportPiece> {
  const { timeline, episodes, eye_contact: eyeContact } = report;
  yield {
    kind: 'head',
    report: { ...report, timeline: [], episodes: [], eye_contact: { ...eyeContact, episodes: [] } },
  };
  for (const entries of cut(timeline)) yield { kind: 'timeline', entries };
  for (const entries of cut(episodes)) yield { kind: 'episodes', entries };
  for (const entries of cut(eyeContact.episodes)) yield { kind: 'eyeContact', entries };
}

function* cut<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += PIECE) yield list.slice(start, start + PIECE);
}

/** The report that its pieces make, which come in their order. */
export class ReportJoiner {
  private report: Report | null = null;

  add(piece: ReportPiece): void {
    if (piece.kind === 'head') this.report = piece.report;
    else if (piece.kind === 'timeline') this.finish().timeline.push(...piece.entries);
    else if (piece.kind === 'episodes') this.finish().episodes.push(...piece.entries);
    else this.finish().eye_contact.episodes.push(...piece.entries);
  }

  finish(): Report {
    if (this.report === null) throw new Error('The report came without its beginning');
    return this.report;
  }
}

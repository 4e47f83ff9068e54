/** How long what takes on a live connection, in milliseconds. */
export interface ConnectionTimes {
  /** Between two pings; whoever has not answered one when the next is due is cut. */
  readonly pingMs: number;
  /** A connection on which nothing is sent for so long is closed. */
  readonly silenceMs: number;
  /** Between two looks whether the key still holds. */
  readonly keyCheckMs: number;
  /** When nothing is answered for so long, the count of dropped frames is told by itself. */
  readonly tellMs: number;
  /** How long the frame in work has when the service stops, and then the client to close. */
  readonly finishMs: number;
  readonly closeMs: number;
}

/** The last two fit into the time that a stopping API has (run-api.ts). */
export const CONNECTION_TIMES: ConnectionTimes = {
  pingMs: 20_000,
  silenceMs: 5 * 60_000,
  keyCheckMs: 15_000,
  tellMs: 1_000,
  finishMs: 4_000,
  closeMs: 2_000,
};

/** What a command has found out or done. */
export interface CommandAnswer {
  /** For `--json`: one document. */
  readonly json: unknown;
  /** For people, with its line ends. */
  readonly text: string;
  /** Why the command fails although it has an answer. */
  readonly failure?: Error;
}

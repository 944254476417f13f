/** What a reader sees of a message and what they can press on. */
export interface Visible {
  readonly text: string
  /** Whom it rings: ids, and the platform's word for everybody. */
  readonly mentions: readonly string[]
  /** Whatever can be pressed to go there: addresses, and in Slack channels too. */
  readonly links: readonly string[]
}

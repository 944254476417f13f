/** What only one process of the installation may do at a time, such as holding a connection that the platform allows once. */
export interface Leases {
  /**
   * Does the work while it is ours alone, waiting for that as long as another process has it. Whoever dies is followed by
   * another within half a minute. `held` aborts when it is lost, by `signal` or because the database could not be asked in
   * time; then it is striven for again. Resolves when the work ends by itself, or `signal` aborts.
   */
  hold(name: string, signal: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void>
}

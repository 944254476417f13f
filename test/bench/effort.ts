import type { Kind } from './databases.ts'

/** How much is done for each number. */
export interface Effort {
  /** Runs of which the median is taken. */
  readonly repeats: number
  /** HTTP calls of a run. */
  readonly calls: number
  /** Events of a throughput run: plain messages, and reports. */
  readonly messages: number
  readonly reports: number
  /** Reports that each of the reps hands in while latency is measured. */
  readonly reportsEach: number
  /** Behind the long board. On PGlite fewer: to write ten million there takes longer than all else, and who has them has a server. */
  readonly entries: Readonly<Record<Kind['name'], number>>
  /** Messages to one channel of Slack, one a second. */
  readonly paced: number
}

export const thorough: Effort = {
  repeats: 3,
  calls: 8000,
  messages: 5000,
  reports: 500,
  reportsEach: 6,
  entries: { PostgreSQL: 10_000_000, PGlite: 2_000_000 },
  paced: 60,
}

export const quick: Effort = {
  repeats: 1,
  calls: 1000,
  messages: 1000,
  reports: 100,
  reportsEach: 2,
  entries: { PostgreSQL: 1_000_000, PGlite: 500_000 },
  paced: 12,
}

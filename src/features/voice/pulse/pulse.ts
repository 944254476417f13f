/** How often each number from 1 to 5 was the answer. */
export type Counts = readonly number[]

/** Fewer answers than these are not shown, and not kept. */
export const LEAST = 5

export const noAnswers: Counts = [0, 0, 0, 0, 0]

export function answersIn(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** From 1 to 5, with one decimal; null when they are too few to be told. */
export function averageOf(counts: Counts): number | null {
  const answers = answersIn(counts)
  if (answers < LEAST) return null
  const sum = counts.reduce((total, count, at) => total + count * (at + 1), 0)
  return Math.round((sum / answers) * 10) / 10
}

/** The counts with one more answer. */
export function withAnswer(counts: Counts, value: number): number[] {
  return noAnswers.map((_, at) => (counts[at] ?? 0) + Number(at + 1 === value))
}

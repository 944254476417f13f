const HOURS = 12

/** After this a digest is not worth sending any more. */
export function worthUntil(now: Date): Date {
  return new Date(now.getTime() + HOURS * 3_600_000)
}

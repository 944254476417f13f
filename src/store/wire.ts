/**
 * How values travel in plain SQL, the same for PGlite and PostgreSQL. The drivers differ: `pg` reads a timestamp without a
 * zone in the zone of the process and writes a Date likewise, PGlite turns a bigint into a number when it fits.
 */
type Parse = (text: string) => unknown

const bigint: Parse = text => BigInt(text)
const asWritten: Parse = text => text

/** PostgreSQL writes `2026-03-05 09:00:00.123` or, with a zone, `2026-03-05 09:00:00.123+00`; the session is in UTC. */
const instant: Parse = text => new Date(`${text.replace(' ', 'T').replace(/[+-]\d\d(:?\d\d)?$/, '')}Z`)

/** Type OIDs: int8, date, timestamp, timestamptz, numeric. */
export const parsers: Readonly<Record<number, Parse>> = {
  20: bigint,
  1082: asWritten,
  1114: instant,
  1184: instant,
  1700: asWritten,
}

/** A Date becomes its UTC wall time, right for columns with and without a zone in a session that is in UTC. */
export function parameters(values: readonly unknown[] = []): unknown[] {
  return values.map(value => {
    if (value instanceof Date) return value.toISOString()
    return typeof value === 'bigint' ? value.toString() : value
  })
}

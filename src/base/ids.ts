import { randomFillSync } from 'node:crypto'

/**
 * A UUID of version 7: it sorts by the time it was made, so new rows land together in an index. Those that this process
 * makes for one moment sort in the order in which they were made.
 */
export function newId(now: Date = new Date()): string {
  const bytes = Buffer.from(chance(16))
  const count = countWithin(now.getTime(), bytes.readUInt32BE(6))
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt16BE(0x7000 | (count >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const pool = { bytes: Buffer.alloc(4096), used: 4096 }

/** Fresh random bytes, drawn from the system by the page: asking for so few at a time costs many times as much. */
function chance(count: number): Uint8Array {
  if (pool.used + count > pool.bytes.length) {
    randomFillSync(pool.bytes)
    pool.used = 0
  }
  pool.used += count
  return pool.bytes.subarray(pool.used - count, pool.used)
}

let counted = { at: 0, count: 0 }

/** 26 bits that grow within a millisecond, from a start by chance in their lower half: room for more than 33 million. */
function countWithin(at: number, start: number): number {
  counted = { at, count: at === counted.at ? (counted.count + 1) & 0x3ffffff : start & 0x1ffffff }
  return counted.count
}

/** A short reference that a person can read out to an operator, for example `K7QX-2M9P`. No letters that look alike. */
export function newReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const letters = Array.from(chance(8), byte => alphabet[byte % alphabet.length])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

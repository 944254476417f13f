import type { Head } from './delivery.ts'

/**
 * Which of these deliveries say nothing any more because a newer version of the same message waits behind them. One that
 * is under way, or may be out already, is never dropped.
 */
export function superseded(heads: readonly Head[]): ReadonlySet<string> {
  const newest = new Map<string, bigint>()
  for (const { reviseKey, seq } of heads) {
    if (reviseKey !== null && seq > (newest.get(reviseKey) ?? -1n)) newest.set(reviseKey, seq)
  }
  const stale = heads.filter(
    head => isUntouched(head) && head.reviseKey !== null && head.seq !== newest.get(head.reviseKey),
  )
  return new Set(stale.map(head => head.id))
}

export function isUntouched(head: Head): boolean {
  return head.state === 'pending' && !head.begun
}

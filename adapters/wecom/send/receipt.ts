import type { Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Outlet } from './outlets.ts'

/** By which lanes a message went, and the ids that the app gave to its parts: the others give none. */
export function receiptOf(out: readonly Outlet[]): Receipt {
  const app = out.flatMap(({ id }) => (id === undefined || id === '' ? [] : [id]))
  return { lanes: [...new Set(out.map(({ lane }) => lane))].join(' '), ...(app.length > 0 && { app: app.join(' ') }) }
}

/** What is to be recalled. Throws `unreachable` where a part of it cannot be, for then it would half stay. */
export function recallable(receipt: Receipt): readonly string[] {
  const ids = receipt['app']?.split(' ') ?? []
  if (receipt['lanes'] !== 'app' || ids.length === 0)
    throw new PlatformError('unreachable', 'only what the app said can be recalled')
  return ids
}

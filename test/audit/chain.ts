import { append } from '../../src/audit/append.ts'
import type { Noted } from '../../src/audit/entry.ts'
import { newId } from '../../src/base/ids.ts'
import type { Store } from '../../src/store/store.ts'
import { inTransaction } from '../../src/store/transaction.ts'

const at = new Date('2026-11-20T10:10:00.123Z')

/** A look of somebody at somebody. */
export function look(teamId: string, more: Partial<Noted> = {}): Noted {
  const words = { zh: '看了日报', en: 'read a report' }
  return { teamId, at, what: 'test.look', words, about: newId(), by: newId(), read: true, ...more }
}

/** Writes a chain with entries by and about people, by the clock and about nobody; answers its team. */
export async function givenChain(store: Store, length: number): Promise<string> {
  const teamId = newId()
  const kinds: readonly Partial<Noted>[] = [{ detail: { date: '2026-11-20', count: 3 } }, { by: null }, { about: null }]
  for (let n = 0; n < length; n++) {
    await inTransaction(store, tx => append(tx, [look(teamId, kinds[n % kinds.length])]))
  }
  return teamId
}

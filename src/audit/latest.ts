import type { Words } from '../base/words.ts'
import type { Tx } from '../store/transaction.ts'
import { presentIds } from './former.ts'

/** Somebody of the log as they are called by now; `nobody` is the clock, or an entry that is about the team as a whole. */
export type Named = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'nobody' | 'erased' | 'gone' }

/** An entry as people read it. */
export interface Shown {
  readonly seq: number
  readonly at: Date
  readonly what: string
  readonly words: Words
  readonly by: Named
  readonly about: Named
}

/** The latest entries of a team's log, the last one at the end. */
export async function latest(tx: Tx, teamId: string, count: number): Promise<readonly Shown[]> {
  const rows = await tx.audit.findMany({ where: { teamId }, orderBy: { seq: 'desc' }, take: count })
  const present = await presentIds(
    tx,
    rows.flatMap(row => [row.actorPersonId ?? [], row.memberId ?? []].flat()),
  )
  const people = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ actorPersonId: id }) => (id === null ? [] : present(id))) } },
  })
  const members = await tx.member.findMany({
    where: { id: { in: rows.flatMap(({ memberId: id }) => (id === null ? [] : present(id))) } },
  })
  const names = new Map([...people, ...members].map(({ id, name }) => [id, name]))
  const named = (id: string | null, salt: string | null): Named => {
    if (id === null) return { kind: salt === null ? 'erased' : 'nobody' }
    const name = names.get(present(id))
    return name === undefined ? { kind: 'gone' } : { kind: 'named', name }
  }
  return rows.toReversed().map(({ seq, at, what, words, ...row }) => ({
    ...{ seq, at, what, words: wordsIn(words) },
    by: named(row.actorPersonId, row.bySalt),
    about: named(row.memberId, row.aboutSalt),
  }))
}

/** As they were written, or nothing where somebody has tampered with them: showing the log is no proof of it. */
function wordsIn(json: unknown): Words {
  const { zh, en } = Object(json)
  return { zh: typeof zh === 'string' ? zh : '', en: typeof en === 'string' ? en : '' }
}

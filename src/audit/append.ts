import { randomBytes } from 'node:crypto'
import type { Tx } from '../store/transaction.ts'
import type { Noted } from './entry.ts'
import { beginning, type End, hashOf, sealOf } from './hash.ts'

/**
 * Writes entries to the chains of their teams. Each team has a chain of its own, so that a team can be erased or taken along
 * whole and no team waits for another. Chains are locked until the transaction ends: this is to be its last step, so that
 * whoever holds a chain waits for nothing else.
 */
export async function append(tx: Tx, entries: readonly Noted[]): Promise<void> {
  const byTeam = Map.groupBy(entries, ({ teamId }) => teamId)
  for (const teamId of [...byTeam.keys()].toSorted()) await appendTo(tx, teamId, byTeam.get(teamId) ?? [])
}

async function appendTo(tx: Tx, teamId: string, entries: readonly Noted[]): Promise<void> {
  let end = await lockEnd(tx, teamId)
  const rows = entries.map(entry => {
    const row = follow(end, entry)
    end = row
    return row
  })
  await tx.audit.createMany({ data: rows })
  await tx.auditChain.update({ where: { teamId }, data: { seq: end.seq, hash: end.hash } })
}

/**
 * The row of a chain's end is also its lock. Unlike an advisory one it makes a transaction whose snapshot is too old fail and
 * run again, at any isolation level, instead of following an end that is no more.
 */
async function lockEnd(tx: Tx, teamId: string): Promise<End> {
  const [end] = await tx.$queryRaw<End[]>`
    INSERT INTO "AuditChain" AS chain ("teamId", seq, hash) VALUES (${teamId}::uuid, ${beginning.seq}, ${beginning.hash})
    ON CONFLICT ("teamId") DO UPDATE SET seq = chain.seq RETURNING seq, hash`
  if (end === undefined) throw new Error('a chain has an end')
  return end
}

function follow(end: End, { teamId, at, what, words, about, by, detail = {}, ...entry }: Noted) {
  const [bySalt, aboutSalt] = [newSalt(), newSalt()]
  const link = {
    ...{ teamId, seq: end.seq + 1, previous: end.hash, at, what, words: { zh: words.zh, en: words.en } },
    read: entry.read === true,
    bySeal: sealOf(bySalt, by),
    aboutSeal: sealOf(aboutSalt, [about, detail]),
  }
  return { ...link, hash: hashOf(link), actorPersonId: by, bySalt, memberId: about, detail, aboutSalt }
}

function newSalt(): string {
  return randomBytes(16).toString('hex')
}

import { z } from 'zod'
import { deadLetters } from '../../engine/queues.ts'
import type { Store } from '../../store/store.ts'
import type { Tx } from '../../store/transaction.ts'
import { repeated, type Verdict, without } from './verdict.ts'

const partsSchema = z.array(z.object({ receipt: z.object({ messageId: z.string() }) })).nullable()

/** Everything that was to be sent was, and each message in the Room is one of these. */
export async function judgeDeliveries(db: Tx, now: Date): Promise<Verdict> {
  const rows = await db.delivery.findMany()
  const sent = rows.filter(({ state }) => state === 'sent')
  const receipts = new Set(sent.flatMap(row => messagesOf(row.receipts)))
  const heard = await db.roomMessage.findMany({ where: { from: 'bot' }, select: { id: true } })
  const open = rows.filter(({ state, notBefore }) => state === 'failed' || (isOpen(state) && notBefore <= now))
  return {
    promise: { zh: '每条消息发出一次', en: 'Every message was sent once' },
    looked: sent.length,
    offenders: [
      ...without(receipts, new Set(heard.map(({ id }) => id))).map(id => `not in the Room: ${id}`),
      ...heard.filter(({ id }) => !receipts.has(id)).map(({ id }) => `said without being meant: ${id}`),
      ...repeated(rows.map(({ dedupeKey }) => dedupeKey)).map(key => `twice: ${key}`),
      ...open.map(({ state, purpose, lastError }) => `${state}: ${purpose} ${lastError ?? ''}`),
    ],
  }
}

function isOpen(state: string): boolean {
  return state === 'pending' || state === 'sending'
}

/** Each round that came due has one digest in the group, however often it was revised. */
export async function judgeDigests(db: Tx, teamId: string, now: Date): Promise<Verdict> {
  const rounds = await db.round.findMany({ where: { teamId, dueAt: { lte: now } } })
  const rows = await db.delivery.findMany({
    where: { purpose: 'digests.due', channelId: { not: null }, state: 'sent' },
  })
  const versions = Map.groupBy(rows, ({ reviseKey }) => reviseKey ?? '')
  const split = [...versions].filter(([, all]) => new Set(all.flatMap(row => messagesOf(row.receipts))).size !== 1)
  const silent = rounds.filter(({ digestAt }) => digestAt === null)
  return {
    promise: { zh: '每个场次一条汇总', en: 'Every round has one digest' },
    looked: rounds.length,
    offenders: [
      ...split.map(([key]) => `more than one message: ${key}`),
      ...silent.map(({ date, id }) => `no digest: ${date} ${id}`),
      ...(versions.size === rounds.length ? [] : [`${versions.size} digests for ${rounds.length} rounds`]),
    ],
  }
}

function messagesOf(receipts: unknown): readonly string[] {
  return (partsSchema.parse(receipts) ?? []).map(({ receipt }) => receipt.messageId)
}

/** Jobs that gave up would have left something undone. */
export async function judgeQueue(store: Store): Promise<Verdict> {
  const rows = await store.query<{ name: string; dead: boolean }>(`SELECT name, name = $1 AS dead FROM pgboss.job`, [
    deadLetters,
  ])
  return {
    promise: { zh: '没有放弃的任务', en: 'No job was given up' },
    looked: rows.length,
    offenders: rows.filter(({ dead }) => dead).map(({ name }) => name),
  }
}

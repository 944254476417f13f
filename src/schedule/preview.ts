import { type ReactDeps, react } from '../corridor/react.ts'
import type { Engine } from '../engine/engine.ts'
import type { Jobs, QueueName } from '../engine/queues.ts'
import { inRolledBackTransaction, type Tx } from '../store/transaction.ts'
import { runNextSlot, type SlotDeps } from './run-slots.ts'

/** A message that would be sent. */
export interface Foreseen {
  readonly at: Date
  readonly purpose: string
  readonly channelId: string | null
  readonly personId: string | null
  readonly content: unknown
  readonly reason: unknown
}

export interface Foresight {
  readonly messages: readonly Foreseen[]
  /** False when there was more to run than one look ahead may cost. */
  readonly complete: boolean
}

/** A look ahead holds one transaction, so it is kept short. */
const mostSlots = 400

/**
 * What would be said by `until` if nobody did anything more: the real jobs really run, in a transaction that is rolled
 * back. So a preview can differ from what happens only by what people do meanwhile.
 */
export function foresee(deps: SlotDeps & ReactDeps, until: Date): Promise<Foresight> {
  return inRolledBackTransaction(deps.store, tx => lookAhead(deps, tx, until))
}

async function lookAhead(deps: SlotDeps & ReactDeps, tx: Tx, until: Date): Promise<Foresight> {
  const reactions: Jobs['reactions'][] = []
  const inline = { ...deps, engine: noting(deps.engine, reactions) }
  const last = await tx.delivery.aggregate({ _max: { seq: true } })
  let complete = false
  for (let ran = 0; ran < mostSlots; ran++) {
    const due = await tx.scheduledJob.findFirst({
      where: { nextAt: { lte: until } },
      orderBy: [{ nextAt: 'asc' }, { teamId: 'asc' }, { job: 'asc' }, { arg: 'asc' }],
    })
    if (due === null) {
      complete = true
      break
    }
    const now = new Date(Math.max(due.nextAt.getTime(), deps.clock.now().getTime()))
    await runNextSlot(inline, tx, { teamId: due.teamId, job: due.job, arg: due.arg }, now)
    for (const job of reactions.splice(0)) await react(inline, tx, job, now)
  }
  const rows = await tx.delivery.findMany({
    where: { seq: { gt: last._max.seq ?? 0n } },
    orderBy: [{ notBefore: 'asc' }, { seq: 'asc' }],
  })
  const messages = rows.map(({ notBefore: at, purpose, channelId, personId, whisperTo, content, reason }) => {
    return { at, purpose, channelId, personId: personId ?? whisperTo, content, reason }
  })
  return { messages, complete }
}

/** An engine on which nothing is put but the notes of what features would react to. */
function noting(engine: Engine, reactions: Jobs['reactions'][]): Engine {
  return {
    ...engine,
    async enqueue<Q extends QueueName>(_tx: Tx, queue: Q, jobs: readonly Jobs[Q][]) {
      if (queue === 'reactions') reactions.push(...(jobs as readonly Jobs['reactions'][]))
    },
  }
}

import { append } from '../../../src/audit/append.ts'
import { newId } from '../../../src/base/ids.ts'
import { nextSlot } from '../../../src/calendar/schedule.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import type { Actor, Context, Emission, Place, Saying, Team } from '../../../src/context.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { coaching } from '../../../src/features/coaching/feature.ts'
import { digests } from '../../../src/features/digests/feature.ts'
import type { ActionInput, Feature } from '../../../src/features/feature.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { nudges } from '../../../src/features/nudges/feature.ts'
import { overview } from '../../../src/features/overview/feature.ts'
import { reports } from '../../../src/features/reports/feature.ts'
import { targets } from '../../../src/features/targets/feature.ts'
import { team as teamFeature } from '../../../src/features/team/feature.ts'
import { compose } from '../../../src/outbox/compose.ts'
import { writeDeliveries } from '../../../src/outbox/write.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { givenMember, givenTeam, makeContext, wordsOf } from '../harness.ts'

const usual: readonly Feature[] = [reports, nudges, coaching, digests, boards, overview, targets, teamFeature]
const zone = 'Asia/Shanghai'

/** What was said, with its words in one text. */
export type Heard = Saying & { readonly words: string }

/** That wall time in Shanghai: `2026-11-20 09:00`. */
export function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

/** A team with the usual metrics and forms and a group, in which the features act as they do behind the corridor. */
export async function stageDay(
  store: Store,
  people: Parameters<typeof givenMember>[2][],
  settings: Team['settings'] = {},
  lang: Team['lang'] = 'zh',
  more: readonly Feature[] = [],
) {
  const features = [...usual, ...more]
  const { prisma } = store
  const team = await givenTeam(prisma, { settings, lang })
  const members = new Map<string, Actor>()
  for (const person of people) members.set(person.name, await givenMember(prisma, team, person))
  await createDefaultMetrics(prisma, team)
  await createDefaultForms(prisma, team, at('2026-01-01 00:00'))
  const channelId = newId()
  await prisma.channel.create({ data: { id: channelId, platform: 'room', externalId: channelId, teamId: team.id } })

  function who(name: string): Actor {
    const actor = members.get(name)
    if (!actor) throw new Error(`nobody is called ${name}`)
    return actor
  }

  /** Runs a verb, writes what it says as deliveries, then lets the features react, each in its own transaction. */
  async function perform<A extends Actor | null, P extends Place | null>(
    occasion: string,
    scene: { now: Date; actor: A; place: P; lang?: 'zh' | 'en' },
    verb: (ctx: Context & { team: Team; actor: A; place: P }) => Promise<void>,
  ): Promise<Heard[]> {
    const { said, emitted } = await inTransaction(store, async tx => {
      const { ctx, said, emitted, noted } = makeContext(tx, { team, ...scene })
      await verb(ctx)
      await deliver(tx, said, occasion, scene)
      await append(tx, noted)
      return { said, emitted }
    })
    const reactions = await react(emitted, scene.now)
    return [...said.map(saying => ({ ...saying, words: wordsOf(saying.content) })), ...reactions]
  }

  async function deliver(
    tx: Tx,
    said: readonly Saying[],
    occasion: string,
    { now, actor }: { now: Date; actor: Actor | null },
  ) {
    const origin = { teamId: team.id, eventKey: occasion, ...(actor && { personId: actor.personId }) }
    await writeDeliveries(
      tx,
      said.flatMap((saying, n) => compose(saying, { ...origin, n }, now, [channelId])),
    )
  }

  async function react(emitted: readonly Emission[], now: Date): Promise<Heard[]> {
    const heard: Heard[] = []
    for (const { name, payload } of emitted) {
      const reactions = features.flatMap(feature => feature.reactions ?? []).filter(({ on }) => on === name)
      for (const { run } of reactions) {
        heard.push(...(await perform(newId(), { now, actor: null, place: null }, ctx => run(ctx, payload))))
      }
    }
    return heard
  }

  return {
    team,
    who,
    channelId,
    /** Types a command with its first word: `plan 拜访3`. */
    async types(name: string, line: string, moment: string, more: { lang?: 'zh' | 'en'; place?: Place } = {}) {
      const [word = '', ...rest] = line.split(' ')
      const command = features.flatMap(feature => feature.commands ?? []).find(({ words }) => words.includes(word))
      if (!command || command.least === 'guest') throw new Error(`no command ${word}`)
      const scene = { now: at(moment), actor: who(name), place: { kind: 'direct' } as Place, ...more }
      return perform(newId(), scene, ctx => command.run(ctx, rest.join(' ')))
    },
    async presses(
      name: string,
      id: string,
      value: string | undefined,
      moment: string,
      more: Pick<ActionInput, 'values' | 'quote'> & { place?: Place } = {},
    ) {
      const action = features.flatMap(feature => feature.actions ?? []).find(one => one.id === id)
      if (!action || action.least === 'guest') throw new Error(`no action ${id}`)
      const { place = { kind: 'direct' }, ...input } = more
      const scene = { now: at(moment), actor: who(name), place }
      return perform(newId(), scene, ctx => action.run(ctx, { ...input, ...(value !== undefined && { value }) }))
    },
    /** Runs a job for every schedule of it that has a slot at that minute. */
    async clock(job: string, moment: string): Promise<Heard[]> {
      const wanted = features.flatMap(feature => feature.jobs ?? []).find(({ name }) => name === job)
      if (!wanted) throw new Error(`no job ${job}`)
      const now = at(moment)
      const heard: Heard[] = []
      for (const { arg, spec } of await wanted.schedules(prisma, team)) {
        const slot = nextSlot(spec, zone, team.calendar, new Date(now.getTime() - 1))
        if (slot?.at.getTime() !== now.getTime()) continue
        const scene = { now, actor: null, place: null }
        heard.push(...(await perform(newId(), scene, ctx => wanted.run(ctx, { at: now, date: slot.date, arg }))))
      }
      return heard
    },
    /** Plays the outbox: what is due goes out, what is stale does not. */
    async send(moment: string): Promise<number> {
      const now = at(moment)
      const due = { teamId: team.id, state: 'pending', notBefore: { lte: now } }
      await prisma.delivery.updateMany({ where: { ...due, expiresAt: { lte: now } }, data: { state: 'expired' } })
      const { count } = await prisma.delivery.updateMany({ where: due, data: { state: 'sent', sentAt: now } })
      return count
    },
    /** The nudges that have not gone out and still may. */
    waiting: () =>
      prisma.delivery.findMany({ where: { teamId: team.id, state: 'pending', lane: 2 }, orderBy: { seq: 'asc' } }),
  }
}

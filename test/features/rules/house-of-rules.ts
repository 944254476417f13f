import type { z } from 'zod'
import { newId } from '../../../src/base/ids.ts'
import { newKey, readKey, type Sealing, sealingWith } from '../../../src/base/sealing.ts'
import type { Actor, Role } from '../../../src/context.ts'
import { nudges } from '../../../src/features/nudges/feature.ts'
import { rules } from '../../../src/features/rules/feature.ts'
import { type RuleDefinition, type RuleState, ruleSchema } from '../../../src/features/rules/rule.ts'
import { writeRule } from '../../../src/features/rules/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { openHouse } from '../../house.ts'
import { keepLines } from '../../inbox/lines.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam } from '../harness.ts'

/** A Monday, 10:00 in Shanghai. */
export const monday = new Date('2026-11-23T02:00:00Z')

type Draft = Partial<z.input<typeof ruleSchema>> & Pick<z.input<typeof ruleSchema>, 'when'>

export function ruleOf(draft: Draft): RuleDefinition {
  const { when, ...more } = draft
  const manners = { steps: [{ do: 'hint' as const }] }
  return ruleSchema.parse({ key: when.kind, title: { zh: `群规 ${when.kind}`, en: when.kind }, manners, ...more, when })
}

export const freshSealing = (): Sealing => sealingWith(readKey(newKey()) ?? new Uint8Array())

interface Options {
  readonly people?: readonly { readonly name: string; readonly role?: Role; readonly lang?: 'zh' | 'en' }[]
  readonly sealing?: Sealing | null
  readonly settings?: object
}

const usual = [
  { name: '李伟' },
  { name: '张三' },
  { name: '王芳', role: 'manager' as const },
  { name: '孙总', role: 'manager' as const },
]

/** A team in the Slack group `G`, whose members talk there and hear what is said to them alone. */
export async function openRules({ people = usual, sealing = freshSealing(), settings = {} }: Options = {}) {
  const database = await temporaryStore()
  const { prisma } = database.store
  const team = await givenTeam(prisma, { settings: { rules: settings } })
  const members = new Map<string, Actor>()
  for (const person of people) {
    const actor = await givenMember(prisma, team, person)
    members.set(person.name, actor)
    await prisma.account.create({
      data: {
        platform: 'slack',
        accountId: person.name,
        name: person.name,
        personId: actor.personId,
        lastSeenAt: monday,
      },
    })
    await prisma.person.update({ where: { id: actor.personId }, data: { lastPlatform: 'slack' } })
  }
  const channelId = newId()
  await prisma.channel.create({
    data: { id: channelId, platform: 'slack', externalId: 'G', name: '销售群', teamId: team.id },
  })
  const { log, lines } = keepLines()
  const house = await openHouse({
    ...{ store: database.store, features: [rules, nudges], at: monday, log },
    ...(sealing && { sealing }),
  })
  await house.app.rescheduleAll()

  function who(name: string): Actor {
    const actor = members.get(name)
    if (actor === undefined) throw new Error(`nobody is called ${name}`)
    return actor
  }

  async function tell(name: string, place: 'G' | 'elsewhere' | 'direct', body: object, eventId: string = newId()) {
    const before = house.slack.calls.length
    await house.app.intake({
      ...{ platform: 'slack', eventId, author: { accountId: name, name }, at: house.clock.now().toISOString() },
      place: place === 'direct' ? { kind: 'direct' } : { kind: 'group', channelId: place },
      ...(body as { body: { kind: 'message'; text: string; addressed: boolean } }),
    })
    await house.app.settle()
    return heardSince(before)
  }

  /** What went out since then: to whom, and the words. A whisper is `~name`, a direct message `@name`. */
  function heardSince(before: number) {
    return house.slack.calls.slice(before).flatMap(call => {
      if (call.call !== 'send') return call.call === 'revise' ? [`revised: ${call.text}`] : []
      const { address } = call
      const to = address.kind === 'direct' ? `@${address.accountId}` : address.whisperTo ? `~${address.whisperTo}` : 'G'
      return [`${to}: ${call.text}`]
    })
  }

  return {
    ...{ team, who, house, channelId, lines, prisma, store: database.store },
    /** Writes a rule as its manager would have. */
    async given(draft: Draft, state: RuleState = 'on') {
      const by = members.get('王芳')?.memberId ?? newId()
      const definition = ruleOf(draft)
      await inTransaction(database.store, tx =>
        writeRule(tx, { teamId: team.id, definition, state, by, at: house.clock.now() }),
      )
    },
    says: (name: string, text: string, eventId?: string) =>
      tell(name, 'G', { body: { kind: 'message', text, addressed: false } }, eventId),
    saysElsewhere: (name: string, text: string) =>
      tell(name, 'elsewhere', { body: { kind: 'message', text, addressed: false } }),
    asks: (name: string, text: string) => tell(name, 'direct', { body: { kind: 'message', text, addressed: true } }),
    presses: (name: string, actionId: string, value: string) =>
      tell(name, 'direct', { body: { kind: 'action', actionId, value } }),
    async waits(minutes: number) {
      const before = house.slack.calls.length
      await house.app.travel(new Date(house.clock.now().getTime() + minutes * 60_000))
      await house.app.settle()
      return heardSince(before)
    },
    findings: () => prisma.finding.findMany({ orderBy: { number: 'asc' } }),
    async [Symbol.asyncDispose]() {
      await house.app.stop()
      await database.close()
    },
  }
}

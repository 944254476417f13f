import { newId } from '../../../src/base/ids.ts'
import type { Lang } from '../../../src/base/words.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import type { FormValues } from '../../../src/content/content.ts'
import type { Actor, MemberContext, Place, Reach, Team } from '../../../src/context.ts'
import { rules } from '../../../src/features/rules/feature.ts'
import { rulesOf } from '../../../src/features/rules/store.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { givenMember, givenTeam, makeContext, wordsOf } from '../harness.ts'

const zone = 'Asia/Shanghai'

/** That wall time in Shanghai: `2026-11-20 16:00`. */
export function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

/** Slack and the Room hear everything, DingTalk and WeCom only what mentions them. */
const reach = (platform: string): Reach => (['slack', 'room'].includes(platform) ? 'everything' : 'mentions')

const people = [
  { name: '王经理', role: 'manager' },
  { name: '李组长', role: 'lead' },
  { name: '张三' },
  { name: 'Ann', lang: 'en' },
] as const

interface How {
  readonly at?: string
  readonly place?: Place
  readonly lang?: Lang
}

/** A team that talks in these groups, by their names, each on a platform. */
export async function stageRules(
  store: Store,
  {
    groups = { 销售群: 'slack' },
    settings = {},
  }: { groups?: Readonly<Record<string, string>>; settings?: Team['settings'] } = {},
) {
  const { prisma } = store
  const team = await givenTeam(prisma, { settings })
  const members = new Map<string, Actor>()
  for (const person of people) members.set(person.name, await givenMember(prisma, team, person))
  const channels = new Map<string, string>()
  for (const [name, platform] of Object.entries(groups)) {
    const id = newId()
    await prisma.channel.create({ data: { id, platform, externalId: id, name, teamId: team.id } })
    channels.set(name, id)
  }

  function who(name: string): Actor {
    const actor = members.get(name)
    if (!actor) throw new Error(`nobody is called ${name}`)
    return actor
  }

  async function act(name: string, how: How, verb: (ctx: MemberContext) => Promise<void>) {
    const { place = { kind: 'direct' } as const, lang = who(name).lang } = how
    const now = at(how.at ?? '2026-11-20 16:00')
    return inTransaction(store, async tx => {
      const scene = { team, actor: { ...who(name), lang }, place, now, lang, reach }
      const { ctx, said, emitted, noted } = makeContext<Team, Actor, Place>(tx, scene)
      await verb(ctx)
      return { said, emitted, noted, words: said.map(saying => wordsOf(saying.content)).join('\n') }
    })
  }

  /** Types what follows `/rules`. */
  const types = (name: string, text: string, how: How = {}) =>
    act(name, how, async ctx => {
      const command = rules.commands?.[0]
      if (!command || command.least === 'guest') throw new Error('not a command for members')
      await command.run(ctx, text)
    })

  const presses = (name: string, id: string, value: string, how: How & { values?: FormValues } = {}) =>
    act(name, how, async ctx => {
      const action = rules.actions?.find(one => one.id === id)
      if (!action || action.least === 'guest') throw new Error(`no button ${id}`)
      await action.run(ctx, { value, ...(how.values && { values: how.values }) })
    })

  /** The moments at which members are to hear of changes. */
  const announcements = () =>
    inTransaction(store, async tx => (await rules.jobs?.[0]?.moments?.(tx, team))?.map(moment => moment.at) ?? [])

  async function announces(time: string) {
    const [job] = rules.jobs ?? []
    return inTransaction(store, async tx => {
      const now = at(time)
      const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now })
      await job?.run(ctx, { at: now, date: time.slice(0, 10), arg: '' })
      return { said, words: said.map(saying => wordsOf(saying.content)).join('\n') }
    })
  }

  const inGroup = (name: string): Place => ({ kind: 'group', channelId: channels.get(name) ?? '' })
  const kept = () => inTransaction(store, tx => rulesOf(tx, team.id))
  const states = async () => Object.fromEntries((await kept()).map(({ definition, state }) => [definition.key, state]))

  return { team, who, types, presses, announcements, announces, inGroup, kept, states }
}

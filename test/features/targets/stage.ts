import { newId } from '../../../src/base/ids.ts'
import type { Lang } from '../../../src/base/words.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import type { Button, Form, FormValues } from '../../../src/content/content.ts'
import type { MemberContext, Team } from '../../../src/context.ts'
import type { ActionInput } from '../../../src/features/feature.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { recordValues } from '../../../src/features/metrics/entries.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { targets } from '../../../src/features/targets/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { aMoment, givenMember, givenTeam, makeContext, wordsOf } from '../harness.ts'

/** What came of one thing that somebody did: the answer, and what others were told, by name. */
export interface Outcome {
  readonly answer: string
  readonly told: ReadonlyMap<string, string>
  readonly buttons: readonly Button[]
  readonly form: Form | null
  /** The buttons in what somebody else was told. */
  buttonsOf(name: string): readonly Button[]
}

export const usualPeople: Parameters<typeof givenMember>[2][] = [
  { name: '张三' },
  { name: '李四' },
  { name: '赵组长', role: 'lead' },
  { name: '王经理', role: 'manager' },
]

/** A team with the usual metrics whose members state targets and record numbers; times are Shanghai's. */
export async function stageTargets(store: Store, people = usualPeople, settings: Team['settings'] = {}) {
  const { prisma } = store
  const team = await givenTeam(prisma, { settings })
  await createDefaultMetrics(prisma, team)
  const members = new Map<string, Awaited<ReturnType<typeof givenMember>>>()
  for (const person of people) members.set(person.name, await givenMember(prisma, team, person))

  function who(name: string) {
    const actor = members.get(name)
    if (!actor) throw new Error(`nobody is called ${name}`)
    return actor
  }

  async function act(
    name: string,
    at: string,
    lang: Lang,
    verb: (ctx: MemberContext) => Promise<void>,
  ): Promise<Outcome> {
    return inTransaction(store, async tx => {
      const { ctx, said } = makeContext(tx, {
        ...{ team, lang, actor: { ...who(name), lang }, now: shanghai(at) },
        place: { kind: 'group', channelId: 'sales' } as const,
      })
      await verb(ctx)
      const replies = said.filter(({ to }) => 'reply' in to)
      const blocks = replies.flatMap(({ content }) => content.blocks)
      const others = said.flatMap(saying => {
        const { to } = saying
        const found = [...members].find(([, { personId }]) => 'person' in to && to.person === personId)
        return found ? [{ name: found[0], content: saying.content }] : []
      })
      // Whatever is about one person is never said where others read it.
      if (replies.some(({ to }) => !('reply' in to) || to.reply !== 'private')) throw new Error('said openly')
      const form = blocks.find(block => block.b === 'form')
      return {
        answer: replies.map(({ content }) => wordsOf(content)).join('\n'),
        told: new Map(others.map(({ name, content }) => [name, wordsOf(content)])),
        buttons: blocks.flatMap(block => (block.b === 'actions' ? block.buttons : [])),
        form: form?.b === 'form' ? form.form : null,
        buttonsOf: wanted =>
          others
            .filter(other => other.name === wanted)
            .flatMap(({ content }) => content.blocks)
            .flatMap(block => (block.b === 'actions' ? block.buttons : [])),
      }
    })
  }

  const command = targets.commands?.[0]
  return {
    team,
    who,
    /** Types what follows `/target`. */
    async types(name: string, rest: string, at = '2026-11-20 16:00', lang: Lang = 'zh') {
      if (!command || command.least === 'guest') throw new Error('no command')
      return act(name, at, lang, ctx => command.run(ctx, rest))
    },
    /** Types another command of the catalogue, such as `/rate`. */
    async counts(name: string, command: string, rest: string, at = '2026-11-20 16:00') {
      const one = metrics.commands?.find(({ name: called }) => called === command)
      if (!one || one.least === 'guest') throw new Error(`no command ${command}`)
      return act(name, at, 'zh', ctx => one.run(ctx, rest))
    },
    async presses(name: string, button: Pick<Button, 'id' | 'value'> | undefined, at = '2026-11-20 16:00') {
      if (!button) throw new Error('there is no such button')
      return act(name, at, 'zh', press(button.id, button.value === undefined ? {} : { value: button.value }))
    },
    async submits(name: string, form: Form | null, values: FormValues, at = '2026-11-20 16:00') {
      if (!form) throw new Error('no form was shown')
      const given = { values, ...(form.value !== undefined && { value: form.value }) }
      return act(name, at, 'zh', press(form.id, given))
    },
    async records(name: string, date: string, values: Readonly<Record<string, number>>) {
      const { memberId, personId } = who(name)
      const now = shanghai('2026-11-20 16:00')
      await inTransaction(store, tx =>
        recordValues({ tx, team, now }, { memberId, date, values, source: 'report', createdBy: personId }),
      )
    },
    async away(name: string, from: string, to: string) {
      const { memberId, personId } = who(name)
      await prisma.leave.create({ data: { id: newId(), memberId, from, to, createdBy: personId, createdAt: aMoment } })
    },
    /** Every target, in the order in which they were written. */
    async rows() {
      const where = { target: { teamId: team.id } }
      const steps = await prisma.targetStep.findMany({ where, orderBy: { id: 'asc' }, include: { target: true } })
      return [...new Map(steps.map(({ target }) => [target.id, target])).values()]
    },
  }
}

function press(id: string, input: ActionInput): (ctx: MemberContext) => Promise<void> {
  const action = targets.actions?.find(one => one.id === id)
  if (!action || action.least === 'guest') throw new Error(`no action ${id}`)
  return ctx => action.run(ctx, input)
}

function shanghai(at: string): Date {
  const [date = '', time = ''] = at.split(' ')
  return toInstant(date, time, 'Asia/Shanghai')
}

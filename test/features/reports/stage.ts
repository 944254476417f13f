import { afterAll, beforeAll } from 'vitest'
import type { Button, Content, Form, FormValues } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import type { Actor, Emission, Place, Saying, Team } from '../../../src/context.ts'
import type { ActionInput } from '../../../src/features/feature.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { sumsOf } from '../../../src/features/metrics/entries.ts'
import { reports } from '../../../src/features/reports/feature.ts'
import type { Report } from '../../../src/features/reports/report.ts'
import { reportOf } from '../../../src/features/reports/store.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam, makeContext } from '../harness.ts'

type Person = Parameters<typeof givenMember>[2]

/** What came of one thing that somebody did. */
export interface Outcome {
  readonly said: readonly Saying[]
  readonly emitted: readonly Emission[]
  /** What the actor was answered, as bare text. */
  readonly answer: string
}

/** One database for the tests of a file, each of which has teams of its own. */
export function sharedStore(): { readonly store: Store } {
  let database: TemporaryDatabase | undefined
  beforeAll(async () => {
    database = await temporaryStore()
  })
  afterAll(() => database?.close())
  return {
    get store() {
      if (!database) throw new Error('the database is there while tests run')
      return database.store
    },
  }
}

/** Two reps, a lead and a manager. */
export const usualPeople: readonly Person[] = [
  { name: '李雷' },
  { name: '韩梅', aliases: ['小韩'] },
  { name: '赵组长', role: 'lead' },
  { name: '王经理', role: 'manager' },
]

/** A team with the usual metrics and forms, and ways to let its members act. Times are Shanghai's. */
export async function stageTeam(store: Store, people: readonly Person[], given: Parameters<typeof givenTeam>[1] = {}) {
  const { prisma } = store
  const team = await givenTeam(prisma, given)
  await createDefaultMetrics(prisma, team)
  await createDefaultForms(prisma, team, new Date('2026-01-01T00:00:00Z'))
  const members = new Map<string, Actor>()
  for (const person of people) members.set(person.name, await givenMember(prisma, team, person))

  function who(name: string): Actor {
    const actor = members.get(name)
    if (!actor) throw new Error(`nobody is called ${name}`)
    return actor
  }

  async function act(name: string, at: string, run: (ctx: Staged['ctx']) => Promise<void>): Promise<Outcome> {
    return inTransaction(store, async tx => {
      const { ctx, said, emitted } = makeContext(tx, { team, actor: who(name), place: group, now: shanghai(at) })
      await run(ctx)
      const answered = said.filter(({ to }) => 'reply' in to).map(({ content }) => plain(content))
      return { said, emitted, answer: answered.join('\n') }
    })
  }

  return {
    team,
    who,
    /** Types a line with its command: `/report 拜访2`. */
    says: (name: string, at: string, line: string) => act(name, at, ctx => commandOf(line)(ctx)),
    taps: (name: string, at: string, { id, value }: Pick<Button, 'id' | 'value'>) =>
      act(name, at, press(id, { ...(value !== undefined && { value }) })),
    submits: (name: string, at: string, form: Form, values: FormValues) =>
      act(name, at, press(form.id, { values, ...(form.value !== undefined && { value: form.value }) })),
    /** Uses a message shortcut on what somebody said. */
    quotes: (name: string, at: string, id: string, quote: NonNullable<ActionInput['quote']>) =>
      act(name, at, press(id, { quote })),
    planOf: (name: string, date: string) => reportOf(prisma, who(name).memberId, 'plan', date),
    reportOf: (name: string, date: string) => reportOf(prisma, who(name).memberId, 'report', date),
    /** What counts for a member on a day, by metric key. */
    async counted(name: string, date: string): Promise<Readonly<Record<string, number>>> {
      const metrics = await prisma.metric.findMany({ where: { teamId: team.id } })
      const ids = metrics.map(({ id }) => id)
      const sums = await sumsOf(prisma, { metricIds: ids, from: date, to: date, memberIds: [who(name).memberId] })
      return Object.fromEntries(sums.map(sum => [metrics.find(({ id }) => id === sum.metricId)?.key, sum.value]))
    },
    rows: () => prisma.report.count({ where: { teamId: team.id } }),
  }
}

type Staged = ReturnType<typeof makeContext<Team, Actor, Place>>

const group: Place = { kind: 'group', channelId: 'sales' }

/** `11-20 19:30` in Shanghai, in 2026. */
export function shanghai(at: string): Date {
  return new Date(`2026-${at.replace(' ', 'T')}:00+08:00`)
}

function commandOf(line: string): (ctx: Staged['ctx']) => Promise<void> {
  const [, word = '', rest = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? []
  const command = reports.commands?.find(({ words }) => words.includes(word))
  if (!command || command.least === 'guest') throw new Error(`no command for ${line}`)
  return ctx => command.run(ctx, rest)
}

function press(id: string, input: ActionInput): (ctx: Staged['ctx']) => Promise<void> {
  const action = reports.actions?.find(one => one.id === id)
  if (!action || action.least === 'guest') throw new Error(`no action ${id}`)
  return ctx => action.run(ctx, input)
}

/** The button of that label in an outcome. */
export function button({ said }: Outcome, label: string): Button {
  const found = said.flatMap(({ content }) => buttonsOf(content)).find(one => one.label === label)
  if (!found) throw new Error(`no button ${label}`)
  return found
}

export function buttonsOf(content: Content): readonly Button[] {
  return content.blocks.flatMap(block => (block.b === 'actions' ? block.buttons : []))
}

export function formIn({ said }: Outcome): Form {
  const form = said.flatMap(({ content }) => content.blocks).find(block => block.b === 'form')
  if (form?.b !== 'form') throw new Error('no form was shown')
  return form.form
}

/** The inputs of a form that are filled in beforehand. */
export function filledIn(form: Form): FormValues {
  return Object.fromEntries(form.inputs.flatMap(({ id, initial }) => (initial === undefined ? [] : [[id, initial]])))
}

/** A report as far as what it says. */
export function saying(report: Report | null): Partial<Report> | null {
  if (!report) return null
  const { values, items, notes, blockers, status, revision } = report
  return { values, items, notes, blockers, status, revision }
}

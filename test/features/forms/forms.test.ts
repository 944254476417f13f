import { describe, expect, it } from 'vitest'
import type { Actor, MemberContext, Team } from '../../../src/context.ts'
import { forms } from '../../../src/features/forms/feature.ts'
import { activeForms, allForms, formByKey, formVersion } from '../../../src/features/forms/store.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { eachDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam, makeContext, type Staged, wordsOf } from '../harness.ts'

// A Friday, 11:00 in Shanghai.
const now = new Date('2026-11-20T03:00:00Z')

interface Desk {
  readonly tx: Tx
  readonly team: Team
  readonly actor: Actor
  readonly staged: Staged<Team, Actor, MemberContext['place']>
  /** Types `/form …` as the manager and answers what was said. */
  type(rest: string): Promise<string>
}

/** A new team with its metrics and forms, and a manager who speaks English there. */
async function atDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  await using database = await temporaryStore()
  await inTransaction(database.store, async tx => {
    const team = await givenTeam(tx)
    await createDefaultMetrics(tx, team)
    const actor = await givenMember(tx, team, { name: '王经理', role: 'manager', lang: 'en' })
    const staged = makeContext(tx, { team, actor, place: { kind: 'direct' }, now })
    await forms.reactions?.[0]?.run(staged.ctx, {})
    const type = async (rest: string): Promise<string> => {
      staged.said.length = 0
      const [command] = forms.commands ?? []
      if (command?.least === 'guest') throw new Error('the command is for members')
      await command?.run(staged.ctx, rest)
      return staged.said.map(saying => wordsOf(saying.content)).join('\n')
    }
    await work({ tx, team, actor, staged, type })
  })
}

describe('a new team', () => {
  it('has a plan and a report, once', async () => {
    await atDesk(async ({ tx, team, staged }) => {
      await forms.reactions?.[0]?.run(staged.ctx, {})
      expect((await activeForms(tx, team.id)).map(form => [form.key, form.kind, form.version])).toEqual([
        ['plan', 'plan', 1],
        ['report', 'report', 1],
      ])
      expect(staged.emitted.map(emission => emission.name)).toContain('team.changed')
    })
  })
})

describe('a manager', () => {
  it('sees the forms, and one in full with fields for its times', async () => {
    await atDesk(async ({ type, staged }) => {
      expect(await type('')).toContain('Plan | plan | every workday at 09:15 | in use')
      const shown = await type('计划')
      expect(shown).toContain('Opens: 08:30')
      expect(shown).toContain('Closes: 17:00 the same day')
      expect(shown).toContain('Next due: 11-23 Monday 09:15 · 11-24 Tuesday 09:15 · 11-25 Wednesday 09:15')
      expect(shown).toContain('[Change the times] /form plan opens 08:30 due 09:15 closes 17:00')
      expect(staged.said[0]).toMatchObject({ to: { reply: 'private' }, lane: 'reply', purpose: 'forms.shown' })
    })
  })

  it('moves the due time by a command, as a new version that keeps the old one', async () => {
    await atDesk(async ({ tx, team, actor, type, staged }) => {
      const before = await formByKey(tx, team.id, 'plan')
      staged.emitted.length = 0
      const said = await type('plan due 09:30')
      expect(said).toContain('Due: every workday at 09:30')
      expect(said).toContain('Next due: 11-23 Monday 09:30')
      expect(staged.emitted.map(emission => emission.name)).toEqual(['team.changed'])
      const after = await formByKey(tx, team.id, 'plan')
      expect(after).toMatchObject({ version: 2, definition: { cadence: { schedule: { at: '09:30' } } } })
      expect(await formVersion(tx, after?.id ?? '', 1)).toEqual(before?.definition)
      expect(await tx.formVersion.findFirst({ where: { number: 2 } })).toMatchObject({ createdBy: actor.memberId })
    })
  })

  it('can still change a form that asks for a metric archived since', async () => {
    await atDesk(async ({ tx, team, type }) => {
      await tx.metric.updateMany({ where: { teamId: team.id, key: 'quotes' }, data: { archivedAt: now } })
      expect(await type('plan due 09:30')).toContain('Due: every workday at 09:30')
    })
  })

  it('moves all times by the form, and is refused what does not fit', async () => {
    await atDesk(async ({ tx, team, staged }) => {
      const [edit] = forms.actions ?? []
      if (edit?.least === 'guest') throw new Error('the action is for members')
      const values = { opens: '16:30', due: '18:30', closes: '09:00', days: '1' }
      const refused = (change: object, code: string) =>
        expect(edit?.run(staged.ctx, { value: 'report', values: { ...values, ...change } })).rejects.toMatchObject({
          code,
        })
      await edit?.run(staged.ctx, { value: 'report', values })
      expect((await formByKey(tx, team.id, 'report'))?.definition.cadence).toMatchObject({
        schedule: { every: 'workday', at: '18:30' },
        opens: { at: '16:30' },
        closes: { at: '09:00', daysLater: 1 },
      })
      await refused({ opens: 'noon' }, 'form-bad-time')
      await refused({ opens: '19:00' }, 'form-faulty')
      await refused({ days: '99' }, 'form-faulty')
      expect((await formByKey(tx, team.id, 'report'))?.version).toBe(2)
    })
  })

  it('adds and removes questions in words: a metric’s name asks for its number', async () => {
    await atDesk(async ({ tx, team, type }) => {
      expect(await type('plan add 丢单 required')).toContain('Lost · number · required')
      expect(await type('plan add Competitors 仅经理')).toContain('Competitors · one line · for managers only')
      const questions = (await formByKey(tx, team.id, 'plan'))?.definition.questions ?? []
      expect(questions.slice(-2)).toMatchObject([
        { kind: 'metric', metricKey: 'lost', required: true },
        { kind: 'line', visibility: 'manager' },
      ])
      expect(await type('plan add 拜访 必填')).toContain('Visits · number · required')
      expect((await formByKey(tx, team.id, 'plan'))?.definition.questions).toHaveLength(questions.length)
      expect(await type('plan remove competitors')).not.toContain('Competitors')
      await expect(type('report remove 签单')).rejects.toMatchObject({ code: 'form-refused' })
      await expect(type('plan remove 天气')).rejects.toMatchObject({ code: 'form-refused' })
    })
  })

  it('imports a form of the team’s own, switches it off and on again', async () => {
    await atDesk(async ({ tx, team, type }) => {
      const yaml = [
        'key: weekly',
        'title: {zh: 周报, en: Weekly}',
        'kind: custom',
        'cadence: {schedule: 周五 17:00, opens: {at: 14:00}, closes: {at: 20:00}}',
        'questions: [{id: learned, kind: text, label: Learned}]',
      ]
      const said = await type(`import\n${yaml.join('\n')}`)
      expect(said).toContain('Added the form Weekly')
      expect(said).toContain('Next due: 11-20 Friday 17:00')
      expect(await type('off weekly')).toContain('Weekly is switched off')
      expect(await formByKey(tx, team.id, 'weekly')).toBeNull()
      expect(await allForms(tx, team.id)).toHaveLength(3)
      expect(await type('周报 启用')).toContain('Weekly is switched on')
      expect(await type('export weekly')).toContain('schedule: every Friday at 17:00')
    })
  })

  it('is told every fault of an import with its line, and nothing is changed', async () => {
    await atDesk(async ({ tx, team, type }) => {
      const said = await type('import\nkey: plan\ntitle: Plan\nkind: plan\nquestions: []')
      expect(said).toContain('Nothing was imported')
      expect(said).toContain('line 4: questions')
      expect((await formByKey(tx, team.id, 'plan'))?.version).toBe(1)
    })
  })

  it('is asked again when the words are not clear or the form is unknown', async () => {
    await atDesk(async ({ type }) => {
      await expect(type('plan due soon')).rejects.toMatchObject({ code: 'form-unclear' })
      await expect(type('nothing due 09:30')).rejects.toMatchObject({ code: 'form-unknown' })
    })
  })
})

describe.each(eachDatabase)('changes of one form on $name', ({ open }) => {
  it('made at the same time follow each other, or are refused: none undoes another unseen', async context => {
    await using database = await open(context)
    const { store } = database
    const desk = await inTransaction(store, async tx => {
      const team = await givenTeam(tx)
      await createDefaultMetrics(tx, team)
      const actor = await givenMember(tx, team, { name: '王经理', role: 'manager' })
      await forms.reactions?.[0]?.run(makeContext(tx, { team, actor, place: { kind: 'direct' }, now }).ctx, {})
      return { team, actor, place: { kind: 'direct' } as const, now }
    })
    const [command] = forms.commands ?? []
    if (!command || command.least === 'guest') throw new Error('the command is for members')
    const labels = ['天气', '心情', '路况', '竞品']
    const add = (label: string) =>
      inTransaction(store, tx => command.run(makeContext(tx, desk).ctx, `plan add ${label}`))
    const outcomes = await Promise.allSettled(labels.map(add))

    const plan = await inTransaction(store, tx => formByKey(tx, desk.team.id, 'plan'))
    const asked = plan?.definition.questions.map(question => question.label?.zh) ?? []
    const kept = labels.filter((_, at) => outcomes[at]?.status === 'fulfilled')
    expect(kept.length).toBeGreaterThan(0)
    expect(labels.filter(label => asked.includes(label))).toEqual(kept)
    expect(plan?.version).toBe(1 + kept.length)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'form-changed-meanwhile' })
    }
  })
})

describe('a rep', () => {
  it('sees the forms that ask for reps, each with the way to answer it, and changes none', async () => {
    await atDesk(async ({ tx, team, staged, type }) => {
      await type('off report')
      const rep = await givenMember(tx, team, { name: '李雷' })
      const forManagers = { roles: ['manager'] }
      await type(`import\nkey: chiefs\ntitle: 周会\nkind: custom\nmembers: ${JSON.stringify(forManagers)}\n${aWeekly}`)
      await type(`import\nkey: weekly\ntitle: 周报\nkind: custom\n${aWeekly}`)
      const { ctx, said } = makeContext(tx, { team, actor: rep, place: staged.ctx.place, now })
      const [command] = forms.commands ?? []
      if (!command || command.least === 'guest') throw new Error('the command is for members')
      await command.run(ctx, '')
      const words = said.map(({ content }) => wordsOf(content)).join()
      expect(words).toContain('[填计划] /计划')
      expect(words).toContain('[填周报] /日报 weekly')
      expect(words).not.toMatch(/周会|日报 ·/)
      for (const rest of ['plan due 09:30', 'off plan', 'export plan', 'plan add 竞品', 'import key: x']) {
        await expect(command.run(ctx, rest)).rejects.toMatchObject({ code: 'team.not-allowed' })
      }
      await expect(command.run(ctx, 'chiefs')).rejects.toMatchObject({ code: 'form-unknown' })
      expect((await formByKey(tx, team.id, 'plan'))?.version).toBe(1)
    })
  })
})

const aWeekly = `cadence:
  schedule: 每周五 16:00
  opens: { before: 480 }
  closes: { after: 120 }
questions:
  - { id: notes, kind: notes, label: 备注 }
`

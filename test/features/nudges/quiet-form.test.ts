import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormValues } from '../../../src/content/content.ts'
import { nudges } from '../../../src/features/nudges/feature.ts'
import { ownHours } from '../../../src/features/nudges/store.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext } from '../harness.ts'
import { at, stageDay } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage() {
  const day = await stageDay(database.store, [{ name: '张三' }])
  const { prisma } = database.store
  const actor = day.who('张三')
  const action = nudges.actions?.find(({ id }) => id === 'nudges.hours')
  if (!action || action.least === 'guest') throw new Error('there is no form for the quiet hours')
  return {
    own: () => ownHours(prisma, actor.personId),
    async uses(values?: FormValues) {
      const place = { kind: 'direct' } as const
      const { ctx, said } = makeContext(prisma, { team: day.team, actor, place, now: at('2026-11-20 09:00') })
      await action.run(ctx, values ? { values } : {})
      return said.flatMap(({ content }) => content.blocks)
    },
  }
}

describe('the form of the quiet hours', () => {
  it('is shown filled in with the hours that hold', async () => {
    const { uses } = await stage()
    const [form] = await uses()
    expect(form?.b === 'form' && form.form.inputs.map(({ id, initial }) => [id, initial])).toEqual([
      ['from', '21:00'],
      ['to', '08:00'],
    ])
  })

  it('sets them', async () => {
    const { uses, own } = await stage()
    await uses({ from: '22:30', to: '07:00' })
    expect(await own()).toEqual({ from: '22:30', to: '07:00' })
  })

  it.each([[{ from: '22:30', to: '' }], [{ from: 'late', to: 'early' }], [{ from: '22:30', to: '22:30' }], [{}]])(
    'refuses %j',
    async values => {
      const { uses, own } = await stage()
      await expect(uses(values)).rejects.toMatchObject({ code: 'nudges.quiet-unclear' })
      expect(await own()).toBeNull()
    },
  )
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberContext } from '../../../src/context.ts'
import type { ActionInput } from '../../../src/features/feature.ts'
import { urgent } from '../../../src/features/urgent/feature.ts'
import { raise } from '../../../src/features/urgent/raise.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageTeam } from '../metrics/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const command = urgent.commands?.[0]
const at = { lang: 'en' } as const

/** English speakers in a team whose groups speak Chinese: admin Eve, manager Bob, reps Ann and Sam. */
async function stage() {
  const people = [
    { name: 'Eve', role: 'admin' as const },
    { name: 'Bob', role: 'manager' as const },
    { name: 'Ann' },
    { name: 'Sam' },
  ].map(person => ({ ...person, lang: 'en' as const }))
  const staged = await stageTeam(database.store, people)
  const says = async (name: string, line: string) => (await staged.type(name, command, line, at)).words.join('\n---\n')
  const uses = (name: string, id: string, input: ActionInput) => {
    const action = urgent.actions?.find(one => one.id === id)
    if (!action || action.least === 'guest') throw new Error(`no action ${id}`)
    return staged.act(name, ctx => action.run(ctx, input), at)
  }
  return { ...staged, says, uses }
}

describe('/urgent', () => {
  test('raises, takes, notes, hands over, closes and lists', async () => {
    const { says } = await stage()
    expect(await says('Bob', 'duty Ann, Bob this week')).toMatch(/Duty list[\s\S]*11-20~11-22 Ann → Bob/)
    const raised = await says('Sam', 'critical the line of Acme stands still')
    expect(raised).toContain('Critical #1')
    expect(raised).toContain('Ann is asked and has until 16:10')
    expect(await says('Ann', '1 ok')).toContain('#1 is yours')
    expect(await says('Sam', '1 note they called again')).toContain('Sam adds: they called again')
    expect(await says('Ann', '1 to Bob')).toContain('Bob is asked to take #1 over')
    expect(await says('Bob', '1 ok')).toContain('Bob has taken it')
    expect(await says('Sam', '')).toContain('Critical #1 the line of Acme stands still · with Bob')
    expect(await says('Bob', '1 done sent a fitter')).toContain('Settled by Bob: sent a fitter')
    expect(await says('Sam', '1')).toMatch(/Raised by Sam[\s\S]*Ann is asked[\s\S]*Closed by Bob: sent a fitter/)
  })

  test('is a solved case once it is closed, for whoever meets the like', async () => {
    const { type, who, team } = await stage()
    await type('Sam', command, 'wrong goods at Acme', at)
    await type('Bob', command, '1 ok', at)
    const { words } = await type('Bob', command, '1 done sent anew', at)
    expect(words.join()).toContain('is case #1 now')
    const [kept, ...more] = await database.store.prisma.case.findMany({ where: { teamId: team.id } })
    expect(more).toEqual([])
    expect(kept).toMatchObject({
      ...{ state: 'solved', origin: 'urgent', text: 'wrong goods at Acme', solution: 'sent anew' },
      ...{ filedBy: who('Sam').memberId, ownerId: who('Bob').memberId, closedBy: who('Bob').memberId },
    })
  })

  test('is offered on every message; somebody else’s words go with whose they are', async () => {
    const { uses } = await stage()
    const text = `A customer   complains ${'a'.repeat(600)}`
    const { words } = await uses('Sam', 'urgent.quote', { quote: { text, author: 'Ann' } })
    expect(words[0]).toMatch(/Sam：A customer complains a+… \(Ann\)/)
    await expect(uses('Sam', 'urgent.quote', {})).rejects.toMatchObject({ code: 'urgent-nothing' })
  })

  test('of a button that outlived its matter says so', async () => {
    const { uses } = await stage()
    await expect(uses('Sam', 'urgent.take', { value: 'no-id' })).rejects.toMatchObject({ code: 'urgent-unknown' })
    const gone = '0193b2d0-0000-7000-8000-000000000000'
    await expect(uses('Sam', 'urgent.take', { value: gone })).rejects.toMatchObject({ code: 'urgent-unknown' })
  })

  test('can be called by other features', async () => {
    const { act } = await stage()
    const run = (ctx: MemberContext) =>
      raise(ctx, { text: 'a rule says so', severity: 'critical' }).then(() => undefined)
    expect((await act('Sam', run, at)).words[0]).toContain('特急 #1')
  })
})

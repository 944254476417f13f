import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../store/fixture.ts'
import { stageTeam, usualPeople } from './stage.ts'

describe.each(eachDatabase)('submissions at the same moment, on $name', ({ open }) => {
  test('of one member make one report with all of it', async context => {
    await using database = await open(context)
    const team = await stageTeam(database.store, usualPeople)
    const lines = ['/report 拜访2', '/report 电话25', '/report 丢单1', '/report 卡点:合同盖章']
    await Promise.all(lines.map(line => team.says('李雷', '11-20 18:50', line)))
    expect(await team.rows()).toBe(1)
    expect(await team.counted('李雷', '2026-11-20')).toEqual({ visits: 2, calls: 25, lost: 1 })
    expect(await team.reportOf('李雷', '2026-11-20')).toMatchObject({ revision: 4, blockers: ['合同盖章'] })
  })

  test('in two teams that share do not wait for each other in a circle', async context => {
    await using database = await open(context)
    const first = await stageTeam(database.store, usualPeople)
    const { personId } = first.who('李雷')
    const second = await stageTeam(database.store, [{ name: '李雷', personId }])
    await Promise.all([
      first.says('李雷', '11-20 18:50', '/report 拜访2'),
      second.says('李雷', '11-20 18:50', '/report 拜访7'),
    ])
    expect(await first.counted('李雷', '2026-11-20')).toEqual({ visits: 2 })
    expect(await second.counted('李雷', '2026-11-20')).toEqual({ visits: 7 })
  })

  test('of the whole team are all there', async context => {
    await using database = await open(context)
    const team = await stageTeam(database.store, usualPeople)
    const names = usualPeople.map(({ name }) => name)
    await Promise.all(names.map(name => team.says(name, '11-20 18:50', '/report 拜访2')))
    expect(await team.rows()).toBe(names.length)
    expect(await database.store.prisma.round.count({ where: { teamId: team.team.id } })).toBe(1)
  })
})

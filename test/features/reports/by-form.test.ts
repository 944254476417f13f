import { describe, expect, test } from 'vitest'
import { filledIn, formIn, saying, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

describe('by form', () => {
  test('the report form brings the plan along, and submitting it replaces what it asks', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-20 08:50', '/plan 拜访3 电话20 跟进华为')
    const form = formIn(await team.says('李雷', '11-20 18:00', '/report'))
    expect(filledIn(form)).toEqual({ visits: '3', calls: '20', items: '跟进华为' })
    await team.submits('李雷', '11-20 18:01', form, { visits: '2', calls: '25', items: '√ 跟进华为', blockers: '无' })
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({
      values: { visits: 2, calls: 25 },
      items: [{ text: '跟进华为', done: true }],
      blockers: [],
    })
    const again = formIn(await team.says('李雷', '11-20 18:05', '/report'))
    expect(filledIn(again)).toEqual({ visits: '2', calls: '25', items: '√ 跟进华为' })
    await team.submits('李雷', '11-20 18:06', again, { visits: '2' })
    expect(await team.counted('李雷', '2026-11-20')).toMatchObject({ visits: 2, calls: 0 })
  })

  test('a metric that a lead reports is asked of leads, and what they said stays when the rep sends the form again', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await database.store.prisma.metric.updateMany({
      where: { teamId: team.team.id, key: 'calls' },
      data: { reportedBy: 'lead' },
    })
    const own = formIn(await team.says('李雷', '11-20 18:00', '/report'))
    expect(own.inputs.map(({ id }) => id)).not.toContain('calls')
    await team.submits('李雷', '11-20 18:01', own, { visits: '2' })
    const lead = formIn(await team.says('赵组长', '11-20 18:02', '/report 替李雷'))
    expect(lead.inputs.map(({ id }) => id)).toContain('calls')
    await team.submits('赵组长', '11-20 18:03', lead, { visits: '2', calls: '7' })
    await team.submits('李雷', '11-20 18:04', own, { visits: '3' })
    expect(await team.counted('李雷', '2026-11-20')).toMatchObject({ visits: 3, calls: 7 })
  })

  test('with a fault it comes back as it was filled in, and nothing is written', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const form = formIn(await team.says('李雷', '11-20 18:00', '/report'))
    const outcome = await team.submits('李雷', '11-20 18:01', form, { visits: '很多', deals: '1', notes: '累' })
    expect(outcome.answer).toContain('拜访：请填一个数字')
    expect(outcome.answer).toContain('签单额：请填写')
    const shown = formIn(outcome)
    expect(filledIn(shown)).toEqual({ visits: '很多', deals: '1', notes: '累' })
    const faults = Object.fromEntries(
      shown.inputs.flatMap(({ id, fault }) => (fault === undefined ? [] : [[id, fault]])),
    )
    expect(faults).toEqual({ visits: expect.stringContaining('请填一个数字'), revenue: '请填写' })
    expect(await team.rows()).toBe(0)
  })

  test('with nothing in it, it is no report: zeros are; and what stands may be emptied', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const form = formIn(await team.says('李雷', '11-20 18:00', '/report'))
    const outcome = await team.submits('李雷', '11-20 18:01', form, {})
    expect(outcome.answer).toContain('还什么都没填')
    expect(formIn(outcome).inputs.flatMap(({ fault }) => (fault === undefined ? [] : [fault]))).toHaveLength(1)
    expect(await team.rows()).toBe(0)
    await team.submits('李雷', '11-20 18:02', form, { visits: '0' })
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({ values: { visits: 0 } })
    await team.submits('李雷', '11-20 18:03', form, {})
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({ values: {} })
  })

  test('a form that was only shown can be sent, although its round is not there yet', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const form = formIn(await team.says('李雷', '11-20 14:00', '/report'))
    await database.store.prisma.round.deleteMany({ where: { teamId: team.team.id } })
    await team.submits('李雷', '11-20 14:05', form, { visits: '2' })
    expect(saying(await team.reportOf('李雷', '2026-11-20'))).toMatchObject({ values: { visits: 2 } })
  })

  test('the plan form brings along the last plan and what was not finished', async () => {
    const team = await stageTeam(database.store, usualPeople)
    await team.says('李雷', '11-19 08:50', '/plan 拜访3 电话20 跟进华为、中建')
    await team.says('李雷', '11-19 18:00', '/report 拜访3 √ 跟进华为')
    const form = formIn(await team.says('李雷', '11-20 08:40', '/plan'))
    expect(filledIn(form)).toEqual({ visits: '3', calls: '20', items: '中建' })
  })

  test('a required answer that a line leaves out is named, not demanded', async () => {
    const team = await stageTeam(database.store, usualPeople)
    const outcome = await team.says('李雷', '11-20 18:00', '/report 签单1')
    expect(outcome.answer).toContain('还没填：签单额')
    expect(await team.counted('李雷', '2026-11-20')).toEqual({ deals: 1 })
  })
})

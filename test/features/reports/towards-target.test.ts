import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const stage = () => stageDay(database.store, [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' }])
const day = '2026-11-20'

describe('the answer to a report', () => {
  it('says in one line where one stands towards the target that it is about, to its author alone', async () => {
    const { types } = await stage()
    await types('张三', 'target 签单额 12万 本月', '2026-11-02 09:00')
    await types('张三', 'target 拜访 30 本月', '2026-11-02 09:00')
    const [visits, ...more] = await types('张三', 'report 拜访12', `${day} 18:00`)
    expect(visits).toMatchObject({ to: { reply: 'private' } })
    expect(visits?.words).toContain('本月拜访 12 / 30（40%），剩 6 个工作日，每天需 3，')
    expect(visits?.words).not.toContain('12万')
    for (const other of more) expect(other.words).not.toContain('/ 30')
    expect((await types('张三', 'report 签单额5万', `${day} 18:10`))[0]?.words).toContain('本月签单额 5万 / 12万')
  })

  it('says nothing without a target, in a plan, and to whoever reports for another', async () => {
    const { types } = await stage()
    await types('张三', 'target 拜访 30 本月', '2026-11-02 09:00')
    const said = async (name: string, line: string, at: string) =>
      (await types(name, line, `${day} ${at}`)).map(({ words }) => words).join('\n')
    expect(await said('张三', 'plan 拜访3', '08:40')).not.toContain('个工作日')
    expect(await said('李伟', 'report 拜访3', '18:00')).not.toContain('个工作日')
    expect(await said('王经理', 'report 替张三 拜访3', '18:05')).not.toContain('个工作日')
  })
})

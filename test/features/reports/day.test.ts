import { expect, test } from 'vitest'
import { temporaryStore } from '../../store/fixture.ts'
import { stageTeam } from './stage.ts'

test('try', async () => {
  await using database = await temporaryStore()
  const team = await stageTeam(database.store, [{ name: '李雷' }, { name: '王经理', role: 'manager' }])
  console.log((await team.says('李雷', '11-20 08:50', '/plan 拜访3 电话20 签单8万 跟进华为、中建')).answer)
  console.log((await team.says('李雷', '11-20 18:50', '/report 拜访2 电话25 签单1/8万 丢单1 卡点:合同盖章')).answer)
  console.log(JSON.stringify(await team.reportOf('李雷', '2026-11-20')))
  console.log(await team.counted('李雷', '2026-11-20'))
  console.log((await team.says('李雷', '11-20 19:12', '/report √ 跟进华为')).answer)
  console.log((await team.says('李雷', '11-20 19:12', '/report 。。')).answer)
  console.log((await team.says('李雷', '11-20 19:12', '/report 拜访-3')).answer)
  console.log((await team.says('李雷', '11-20 19:30', '/report 拜坊5 样品3 跑了拜访华为3次')).answer)
  console.log((await team.says('李雷', '11-20 20:00', '/plan')).answer)
  console.log((await team.says('李雷', '11-20 20:00', '/reason 拜访 客户改期')).answer)
  console.log((await team.says('王经理', '11-20 20:00', '/read 李雷 做得好')).answer)
  expect(1).toBe(1)
})

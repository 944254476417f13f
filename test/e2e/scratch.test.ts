import { it } from 'vitest'
import { boards } from '../../src/features/boards/feature.ts'
import { forms } from '../../src/features/forms/feature.ts'
import { metrics } from '../../src/features/metrics/feature.ts'
import { nudges } from '../../src/features/nudges/feature.ts'
import { reports } from '../../src/features/reports/feature.ts'
import { rounds } from '../../src/features/rounds/feature.ts'
import { team } from '../../src/features/team/feature.ts'
import { createHelp } from '../../src/features/help/feature.ts'
import { openTalk } from '../talk.ts'
const features = [team, forms, metrics, boards, rounds, reports, nudges]
const all = [...features, createHelp(() => features.flatMap(f => f.commands ?? []))]
it('a team from nothing', async () => {
  await using talk = await openTalk({ at: '2026-09-28T08:00:00+08:00', people: { zhang: '张敏', li: '李雷', han: '韩梅', wang: '王芳' }, features: all })
  const P = Object.fromEntries(['zhang','li','han','wang'].map(id => [id, talk.person(id)]))
  const say = async (who: string, text: string) => { await P[who]!.says(text); console.log(`### ${who}: ${text}\n` + (await P[who]!.heard()).join('\n---\n')) }
  const go = async (t: string) => { await talk.goTo(t); console.log(`### CLOCK ${t}`); console.log('GROUP', await talk.group.heard()); for (const id of Object.keys(P)) { const all = await P[id]!.heard(); console.log(id, all) } }
  await say('zhang', '@bot 你好')
  await P['zhang']!.uses('team.setup', { values: { name: '销售一部', zone: 'Asia/Shanghai', lang: 'zh', planDue: '09:15', reportDue: '19:00', manager: 'me' } })
  console.log(await P['zhang']!.heard())
  await say('li', '@bot 帮助')
  await say('han', '@bot 计划 拜访2 电话10')
  await say('wang', '@bot 你好')
  await say('zhang', '/member')
  await go('2026-09-28T09:00:00+08:00')
  await say('li', '/计划 拜访3 电话20 签单8万 跟进华为、中建')
  await go('2026-09-28T09:15:00+08:00')
  await P['wang']!.uses('reports.correct')
  console.log(await P['wang']!.heard())
  console.log(JSON.stringify((await P['wang']!.all()).at(-1)))
  await P['wang']!.uses('nudges.snooze'); console.log(await P['wang']!.heard())
  await go('2026-09-28T18:00:00+08:00')
  await say('li', '/日报 拜访2 电话25 签单1/8万 丢单1 卡点:合同盖章')
  await go('2026-09-28T19:00:00+08:00')
  await say('han', '/日报 拜访2 电话10')
  await say('zhang', '/日报 替王芳 拜访1')
  await say('han', '/why')
  await say('wang', '/why')
  await say('wang', '/请假 明天')
  await say('wang', '/trace 电话 本周')
  await say('li', '/日报 电话26')
  await say('li', '/trace 电话 本周')
  await say('zhang', '/read 李雷 做得好')
  await go('2026-09-30T17:00:00+08:00')
  await say('li', '/计划 电话 5')
  await go('2026-10-10T20:00:00+08:00')
})

import { expect, it } from 'vitest'
import { boards } from '../../src/features/boards/feature.ts'
import { forms } from '../../src/features/forms/feature.ts'
import { metrics } from '../../src/features/metrics/feature.ts'
import { rounds } from '../../src/features/rounds/feature.ts'
import { team } from '../../src/features/team/feature.ts'
import { createHelp } from '../../src/features/help/feature.ts'
import { openTalk } from '../talk.ts'
const features = [team, forms, metrics, boards, rounds]
const all = [...features, createHelp(() => features.flatMap(f => f.commands ?? []))]
it('a team from nothing', async () => {
  await using talk = await openTalk({ at: '2026-11-23T08:00:00+08:00', people: { zhang: '张敏', li: '李雷' }, features: all })
  const zhang = talk.person('zhang')
  const li = talk.person('li')
  await zhang.says('大家早')
  expect(await zhang.heard()).toEqual([])
  await zhang.says('@bot 你好')
  console.log(await zhang.heard())
  await zhang.uses('team.setup', { values: {} }).catch(e => console.log(e.message))
  console.log(await zhang.heard())
  await zhang.says('/setup 销售一部 lang=zh')
  console.log(await zhang.heard())
  await li.says('@bot 帮助')
  console.log(await li.heard())
  await li.says('/helo')
  console.log(await li.heard())
  await zhang.says('/metric')
  console.log(await zhang.heard())
  await zhang.says('/form')
  console.log(await zhang.heard())
  await li.tells('/leave 明天')
  console.log(await li.heard())
  await talk.goTo('2026-11-27T17:01:00+08:00')
  console.log(await talk.group.heard(), await talk.house.app.next(), await talk.store.prisma.slot.count())
  console.log((await talk.house.app.foresee(new Date('2026-12-05T00:00:00+08:00'))).messages.length)
})

import { describe, expect, it } from 'vitest'
import { features as all } from '../../../src/features/index.ts'
import { openTeam } from '../../team-talk.ts'

const features = all.filter(({ name }) => ['team', 'settings', 'nudges', 'voice', 'help'].includes(name))
const reps = ['zhang', 'li', 'zhao', 'qian', 'sun'] as const
const people = { wang: '王敏', zhang: '张三', li: '李四', zhao: '赵六', qian: '钱七', sun: '孙八' }

async function stage({ at = '2026-11-23T09:00:00+08:00', on = true } = {}) {
  const talk = await openTeam({ at, people, features })
  const { wang } = talk.who
  if (on) await wang.tells('/设置 每周心情 开')
  return { talk, wang }
}

describe('the weekly pulse', () => {
  it('is off unless a team wants it', async () => {
    const { talk } = await stage({ on: false })
    await using _ = talk
    await talk.goTo('2026-11-27T18:00:00+08:00')
    await expect(talk.person('li')).not.toHear(/这周工作得怎么样/)
  })

  it('asks everybody in private on Wednesday, and tells the group average and trend', async () => {
    const { talk } = await stage()
    await using _ = talk
    await talk.goTo('2026-11-25T14:59:00+08:00')
    await expect(talk.person('li')).not.toHear(/这周工作得怎么样/)
    await talk.goTo('2026-11-25T15:01:00+08:00')
    await expect(talk.person('li')).toHear(/这周工作得怎么样/)
    await expect(talk.group).not.toHear(/这周工作得怎么样/)
    for (const [n, id] of reps.entries()) await talk.person(id).uses('voice.pulse', { value: String(n < 2 ? 3 : 4) })
    await expect(talk.person('sun')).toHear(/已计入/)
    await talk.goTo('2026-11-27T15:01:00+08:00')
    await expect(talk.group).toHear(/每周心情\n3\.6（满分 5，5 人回答）/)
    await talk.goTo('2026-12-02T15:01:00+08:00')
    for (const id of reps) await talk.person(id).tells('/反馈 心情 4')
    await talk.goTo('2026-12-04T15:01:00+08:00')
    await expect(talk.group).toHear(/4\.0（满分 5，5 人回答）\n比上次 ↑ 0\.4 · 3\.6 → 4\.0/)
    await talk.person('li').tells('/feedback pulse')
    await expect(talk.person('li')).toHear(/2026-11-30 4\.0\n.*2026-11-23 3\.6/)
  })

  it('counts one answer of each person, and a number from 1 to 5', async () => {
    const { talk } = await stage()
    await using _ = talk
    const li = talk.person('li')
    await li.tells('/反馈 心情 4')
    await expect(li).toHear(/现在没有在问/)
    await talk.goTo('2026-11-25T15:01:00+08:00')
    await li.tells('/反馈 心情 6')
    await expect(li).toHear(/1 到 5/)
    for (const value of [2, 5]) await li.tells(`/反馈 心情 ${value}`)
    await expect(li).toHear(/你这周答过了/)
    expect(await talk.store.prisma.pulse.findMany()).toMatchObject([{ counts: [0, 1, 0, 0, 0] }])
  })

  it('below five answers shows nothing, and throws them away with all that told who had answered', async () => {
    const { talk } = await stage()
    await using _ = talk
    await talk.goTo('2026-11-25T15:01:00+08:00')
    for (const id of reps.slice(0, 4)) await talk.person(id).tells('/反馈 心情 1')
    expect(await talk.store.prisma.pulseVoter.count()).toBe(4)
    await talk.goTo('2026-11-27T15:01:00+08:00')
    await expect(talk.group).toHear(/不足 5 人回答，不公布/)
    expect(await talk.store.prisma.pulse.findMany()).toMatchObject([{ counts: [0, 0, 0, 0, 0], salt: null }])
    expect(await talk.store.prisma.pulseVoter.count()).toBe(0)
  })

  it('comes on the next workday where Wednesday is none', async () => {
    const { talk } = await stage({ at: '2026-12-28T09:00:00+08:00' })
    await using _ = talk
    await talk.person('wang').tells('/设置 放假 2026-12-30')
    await talk.goTo('2026-12-30T16:00:00+08:00')
    await expect(talk.person('li')).not.toHear(/这周工作得怎么样/)
    await talk.goTo('2026-12-31T15:01:00+08:00')
    await expect(talk.person('li')).toHear(/这周工作得怎么样/)
  })
})

import { describe, expect, it, test } from 'vitest'
import { features as all } from '../../../src/features/index.ts'
import { openTalk, type Speaker, type Talk } from '../../talk.ts'

const features = all.filter(({ name }) => ['team', 'settings', 'nudges', 'voice', 'dialogue', 'help'].includes(name))

const reps = { zhang: '张三', li: '李四', zhao: '赵六', qian: '钱七', sun: '孙八' }

async function stage(others: Readonly<Record<string, string>> = reps) {
  const talk = await openTalk({ at: '2026-11-23T09:00:00+08:00', people: { wang: '王敏', ...others }, features })
  const wang = talk.person('wang')
  await wang.says('/setup 销售一部')
  for (const id of Object.keys(others)) await talk.person(id).says('/加入')
  return { talk, wang }
}

const codeShape = /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}/

async function codeTold(person: Speaker): Promise<string> {
  const found = codeShape.exec((await person.heard()).join('\n'))?.[0]
  if (found === undefined) throw new Error('no code was told')
  return found
}

const waiting = (talk: Talk) => talk.store.prisma.voiceWaiting.count()

describe('/feedback', () => {
  it('goes to the managers when enough waits, and comes back by the code alone', async () => {
    const { talk, wang } = await stage()
    await using _ = talk
    const [zhang, li, zhao] = [talk.person('zhang'), talk.person('li'), talk.person('zhao')]
    await zhang.tells('/反馈 食堂太远，午休来不及')
    await expect(zhang).toHear(/没有记下是谁写的.*你的暗号：/s)
    const code = await codeTold(zhang)
    await li.tells('匿名 周报太长')
    await talk.goTo('2026-11-23T17:00:00+08:00')
    await expect(wang).not.toHear(/食堂|周报/)
    await zhang.tells(`/反馈 ${code}`)
    await expect(zhang).toHear(/（还在信箱里）你：食堂太远，午休来不及\n经理还没收到/)
    await zhao.tells('/feedback the rota is unfair')
    await talk.goTo('2026-11-24T17:00:00+08:00')
    await expect(wang).toHear(/匿名反馈 3 条/)
    const told = (await wang.heard()).find(text => text.includes('匿名反馈')) ?? ''
    for (const words of ['食堂太远，午休来不及', '周报太长', 'the rota is unfair']) expect(told).toContain(words)
    expect(told).not.toMatch(/张三|李四|赵六/)
    const number = /#(\d+) 食堂/.exec(told)?.[1]
    await wang.tells(`/反馈 ${number} 回复 下周装微波炉，谢谢`)
    await expect(wang).toHear(/我不知道是谁/)
    await zhang.tells(`/反馈 ${code.toLowerCase().replaceAll('-', '')}`)
    await expect(zhang).toHear(/你：食堂太远，午休来不及\n.*经理：下周装微波炉，谢谢/)
    await li.tells('/反馈 AAAA-BBBB-CCCC-DDDD')
    await expect(li).toHear(/没有这个暗号/)
  })

  it('goes on in its thread, until the managers mute it', async () => {
    const { talk, wang } = await stage()
    await using _ = talk
    const zhang = talk.person('zhang')
    await zhang.tells('/反馈 食堂太远')
    const code = await codeTold(zhang)
    await zhang.tells(`/反馈 ${code} 而且太贵`)
    await expect(zhang).toHear(/会接在这条反馈后面/)
    await talk.goTo('2026-11-26T17:00:00+08:00')
    await expect(wang).toHear(/匿名反馈 1 条\n.*#1 食堂太远\n *而且太贵/)
    await zhang.tells(`/反馈 ${code}：还没有素菜`)
    await talk.goTo('2026-11-30T17:00:00+08:00')
    await expect(wang).toHear(/#1 （补充）还没有素菜/)
    await wang.tells('/反馈 1 屏蔽')
    await expect(wang).toHear(/是谁仍然没人知道/)
    await zhang.tells(`/反馈 ${code} 喂`)
    await expect(zhang).toHear(/这次没有收下/)
    expect(await waiting(talk)).toBe(0)
    await wang.tells('/反馈 1 取消屏蔽')
    await zhang.tells(`/反馈 ${code} 喂`)
    expect(await waiting(talk)).toBe(1)
  })

  it('reminds the managers of what they owe, on workdays, and stops when they have answered', async () => {
    const { talk, wang } = await stage()
    await using _ = talk
    await talk.person('zhang').tells('/反馈 食堂太远')
    await talk.goTo('2026-11-26T17:00:00+08:00')
    await talk.goTo('2026-12-02T17:00:00+08:00')
    await expect(wang).not.toHear(/还没回复/)
    await talk.goTo('2026-12-03T17:00:00+08:00')
    await expect(wang).toHear(/有 1 条匿名反馈过了 5 个工作日还没回复/)
    await talk.goTo('2026-12-04T17:00:00+08:00')
    await expect(wang).not.toHear(/还没回复/)
    await talk.goTo('2026-12-10T17:00:00+08:00')
    await expect(wang).toHear(/还没回复/)
    await wang.tells('/反馈 1 回复 看到了')
    await talk.goTo('2026-12-24T17:00:00+08:00')
    await expect(wang).not.toHear(/还没回复/)
  })

  it('leads to a list of what was said and done, in a manager’s words, and the group hears of it', async () => {
    const { talk, wang } = await stage()
    await using _ = talk
    const zhang = talk.person('zhang')
    await zhang.tells('/反馈 老王的食堂太远')
    const code = await codeTold(zhang)
    await talk.goTo('2026-11-26T17:00:00+08:00')
    await wang.tells('/反馈 １ 已办 午饭不方便 → 装了微波炉')
    await expect(talk.group).toHear(/你们说：午饭不方便 → 我们做了：装了微波炉/)
    await talk.person('li').tells('/反馈 清单')
    await expect(talk.person('li')).toHear(/2026-11-26 你们说：午饭不方便 → 我们做了：装了微波炉/)
    await expect(talk.person('li')).not.toHear(/老王/)
    await zhang.tells(`/反馈 ${code}`)
    await expect(zhang).toHear(/已办：装了微波炉/)
  })

  it('below five who may have written says that anonymity is weak, and keeps nothing before it is confirmed', async () => {
    const { talk } = await stage({ zhang: '张三', li: '李四' })
    await using _ = talk
    const zhang = talk.person('zhang')
    await zhang.tells('/反馈 食堂太远')
    await expect(zhang).toHear(/除经理外只有 2 人.*什么也没有留下/s)
    expect(await waiting(talk)).toBe(0)
    await zhang.tells('/反馈 确认 食堂太远')
    await expect(zhang).toHear(/你的暗号/)
    expect(await talk.store.prisma.voiceWaiting.findMany()).toMatchObject([{ text: '食堂太远', day: '2026-11-23' }])
  })

  it('is refused in a group, in private and with the reason', async () => {
    const { talk } = await stage()
    await using _ = talk
    const zhang = talk.person('zhang')
    await zhang.says('/反馈 食堂太远')
    await expect(zhang).toHear(/只能私聊我发.*已经看到了/s)
    await expect(talk.group).not.toHear(/只能私聊/)
    expect(await waiting(talk)).toBe(0)
  })

  it('is no answer to a form that is just being filled in', async () => {
    const { talk } = await stage()
    await using _ = talk
    const zhang = talk.person('zhang')
    const { personId } = await talk.store.prisma.account.findFirstOrThrow({ where: { accountId: 'zhang' } })
    const input = { id: 'notes', label: 'Notes', kind: 'text' }
    const form = { id: 'probe.form', title: 'Probe', submit: 'OK', words: '/probe', inputs: [input] }
    const now = talk.clock.now()
    await talk.store.prisma.dialogue.create({
      data: {
        ...{ personId, id: crypto.randomUUID(), content: { lang: 'zh', blocks: [{ b: 'form', form }] } },
        ...{ answers: {}, at: 'notes', startedAt: now, touchedAt: now },
      },
    })
    await zhang.tells('匿名 食堂太远')
    await expect(zhang).toHear(/你的暗号/)
    expect(await talk.store.prisma.dialogue.findMany()).toMatchObject([{ answers: {} }])
  })

  it('is limited a day for each person', async () => {
    const { talk } = await stage()
    await using _ = talk
    const zhang = talk.person('zhang')
    await talk.person('wang').tells('/设置 每人每天反馈 2')
    for (const words of ['一', '二', '三']) await zhang.tells(`/反馈 第${words}件事`)
    await expect(zhang).toHear(/一天最多 2 条/)
    await talk.person('li').tells('/反馈 我的事')
    expect(await waiting(talk)).toBe(3)
  })

  it('leaves handling to managers, and says so to others', async () => {
    const { talk } = await stage()
    await using _ = talk
    const zhang = talk.person('zhang')
    await zhang.tells('/反馈 3 回复 好的')
    await expect(zhang).toHear(/是经理处理反馈用的，什么也没有留下/)
    await zhang.tells('/反馈 3 楼太吵了')
    await expect(zhang).toHear(/你的暗号/)
    await talk.person('wang').tells('/反馈 9 回复 好的')
    await expect(talk.person('wang')).toHear(/没有 #9/)
  })
})

test('in English', async () => {
  const { talk, wang } = await stage()
  await using _ = talk
  const zhang = talk.person('zhang')
  for (const person of [zhang, wang]) await person.tells('/设置 语言 en')
  await zhang.tells('/feedback the canteen is too far')
  await expect(zhang).toHear(/Your code: [2-9A-Z-]{19}/)
  const code = await codeTold(zhang)
  await talk.goTo('2026-11-26T17:00:00+08:00')
  await expect(wang).toHear(/Anonymous feedback: 1\n.*#1 the canteen is too far/)
  await wang.tells('/feedback 1 answer a microwave is coming')
  await zhang.tells(`/feedback ${code}`)
  await expect(zhang).toHear(/Managers: a microwave is coming/)
  await zhang.tells('/feedback')
  await expect(zhang).toHear(/No author and no hour is kept/)
})

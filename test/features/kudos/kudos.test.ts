import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodOf } from '../../../src/calendar/periods.ts'
import { contentSchema } from '../../../src/content/schema.ts'
import { features } from '../../../src/features/index.ts'
import { kudosOf } from '../../../src/features/kudos/store.ts'
import { openTalk, type Speaker, type Talk } from '../../talk.ts'

const at = (time: string, day = 20) => `2026-11-${day}T${time}:00+08:00`

let talk: Talk
let wang: Speaker
let zhang: Speaker
let li: Speaker

/** Friday, 20 November 2026. */
async function begin() {
  const people = { wang: '王芳', zhang: '张三', li: '李四', zhao: '赵六' }
  talk = await openTalk({ at: at('09:00'), people, features })
  ;[wang, zhang, li] = [talk.person('wang'), talk.person('zhang'), talk.person('li')]
  await wang.says('/setup 销售一部')
  await zhang.says('/join')
  await li.says('/join')
}

const rows = () => talk.store.prisma.kudos.findMany({ where: { withdrawnAt: null }, orderBy: { givenAt: 'asc' } })

describe('kudos', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  test('are a card in the group, with who, whom and what for; also from a direct chat', async () => {
    await zhang.tells('/表扬 @李四 @王芳 及时补位 #协作')
    await expect(talk.group).toHear(/表扬[\s\S]*李四.*、.*王芳.*：及时补位[\s\S]*来自 张三 · #协作/)
    const [card] = (await talk.group.all()).filter(({ text }) => text.includes('及时补位'))
    const spans = contentSchema.parse(card?.content).blocks.flatMap(block => (block.b === 'text' ? block.spans : []))
    expect(spans.flatMap(span => (span.t === 'member' ? span.name : []))).toEqual(['李四', '王芳'])
    await expect(zhang).toHear(/已在团队的群里表扬 李四、王芳[\s\S]*今天还可以表扬 3 人次/)
    expect(await rows()).toHaveLength(2)
  })

  test('are a picture that says the same, unless the team wants words alone', async () => {
    const blocksOf = async (words: string) => {
      const card = (await talk.group.all()).findLast(({ text }) => text.includes(words))
      return contentSchema.parse(card?.content).blocks
    }
    const [, picture] = await blocksOf('及时补位')
    expect(picture).toMatchObject({ b: 'image', alt: '图：表扬 李四、王芳' })
    const ref = picture?.b === 'image' ? picture.ref : ''
    expect(await talk.store.prisma.picture.findUnique({ where: { ref }, select: { drawing: true } })).toEqual({
      drawing: {
        ...{ kind: 'cheer', title: '👏 表扬', people: [{ name: '李四' }, { name: '王芳' }] },
        ...{ words: '及时补位', tags: ['#协作'], foot: '来自 张三' },
      },
    })
    await wang.tells('/设置 表扬图片 关')
    await wang.tells('/表扬 @李四 资料备得齐')
    expect((await blocksOf('资料备得齐')).map(({ b }) => b)).toEqual(['heading', 'text', 'quiet'])
    await wang.tells('/表扬 撤回')
    await wang.tells('/设置 表扬图片 开')
  })

  test.each([
    ['/kudos @张三 我真棒', /不能表扬自己/],
    ['/kudos @李四', /还差一个理由/],
    ['/kudos @李四 👍', /还差一个理由/],
    ['/kudos 大家辛苦了', /要表扬谁？写：\/表扬 @张三 及时补位 #协作/],
    ['/kudos @赵六 及时补位', /团队里没有“赵六”/],
    ['/kudos @李四 @赵六 及时补位', /团队里没有“赵六”/],
    ['/kudos @李四 及时补位 #协作', /今天已经这样表扬过 李四 了/],
    [`/kudos @李四 ${'好'.repeat(301)}`, /理由请写在 300 个字以内/],
  ])('%s is refused in private, and nothing is written', async (line, words) => {
    const before = await rows()
    await zhang.says(line)
    await expect(zhang).toHear(words)
    await expect(talk.group).not.toHear(/来自 张三/)
    expect(await rows()).toEqual(before)
  })

  test('of somebody who is not in the team are refused', async () => {
    const before = await rows()
    await talk.person('zhao').tells('/kudos @李四 及时补位')
    expect(await rows()).toEqual(before)
  })

  test('to the same member are two a week; the answer says from when on there is room', async () => {
    await zhang.says('/kudos 李四 又帮我改标书')
    await zhang.says('/kudos 李四 第三次帮我')
    await expect(zhang).toHear(/这周你已经表扬过 李四 2 次，11月23日起可以再表扬/)
    await talk.goTo(at('09:00', 23))
    await zhang.says('/kudos 李四 周一又帮我')
    await expect(talk.group).toHear(/周一又帮我/)
  })

  test('are as many a day as the team allows, in one word or in several', async () => {
    await wang.says('/设置 每天可表扬 2')
    await wang.says('/kudos @张三 @李四 一起拿下客户')
    await wang.says('/kudos @张三 会议纪要写得清楚')
    await expect(wang).toHear(/今天的 2 次表扬用完了，11月24日又有 2 次/)
    await li.says('/kudos @王芳 帮我谈价')
    await li.says('/kudos @王芳 @张三 帮我谈价格')
    await expect(li).toHear(/今天只能再表扬 1 人次/)
  })

  test('are not more a day than somebody may receive', async () => {
    await wang.says('/设置 每天可收表扬 1')
    await li.says('/kudos @张三 帮我跑腿')
    await expect(li).toHear(/张三 今天收到的表扬已经满了，11月24日再说吧/)
  })

  test('have the team’s own tags, once it has any', async () => {
    await wang.says('/设置 价值观标签 协作、客户第一')
    await talk.goTo(at('09:00', 24))
    await li.says('/kudos @王芳 帮我谈价 #狼性')
    await expect(li).toHear(/没有标签 #狼性。可以用：#协作 #客户第一/)
    await li.says('/kudos @王芳 帮我谈价 #客户第一')
    await expect(talk.group).toHear(/来自 李四 · #客户第一/)
  })

  test('of one’s own are told in private, those of the team to anybody in it', async () => {
    await li.tells('/表扬')
    await expect(li).toHear(
      /我的表扬 · 2026年11月\n收到 4 次，给出 2 次[\s\S]*今天还可以表扬 1 人次[\s\S]*#协作 #客户第一/,
    )
    await li.tells('/kudos 本月')
    await expect(li).toHear(/团队的表扬 · 2026年11月[\s\S]*11-24 李四 → 王芳：帮我谈价 #客户第一/)
    const team = await talk.store.prisma.team.findFirstOrThrow()
    const week = await kudosOf(talk.store.prisma, team.id, periodOf('week', '2026-11-20'))
    expect(week.map(({ giver, receiver }) => `${giver}→${receiver}`).toSorted()).toEqual([
      '张三→李四',
      '张三→李四',
      '张三→王芳',
    ])
    expect(await kudosOf(talk.store.prisma, team.id, periodOf('month', '2026-11-20'), 2)).toHaveLength(2)
  })
})

describe('kudos that were a mistake', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  test('are taken back by their giver, and the card says so', async () => {
    await zhang.says('/kudos @李四 @王芳 及时补位')
    await li.says('/kudos undo')
    await expect(li).toHear(/没有可以撤回的表扬/)
    await zhang.uses('kudos.undo', {})
    await expect(zhang).toHear(/已撤回，不计入今天的次数/)
    expect(await rows()).toEqual([])
    const seen = (await talk.group.all()).filter(({ from }) => from === 'bot').map(({ text }) => text)
    expect(seen.filter(text => text.includes('及时补位'))).toEqual([])
    expect(seen.filter(text => text.includes('张三 撤回了一条表扬'))).toHaveLength(1)
  })

  test('stay after some minutes', async () => {
    await zhang.says('/kudos @李四 及时补位')
    await talk.goTo(at('09:16'))
    await zhang.says('/表扬 撤回')
    await expect(zhang).toHear(/上一条表扬只能在 09:15 之前撤回/)
    expect(await rows()).toHaveLength(1)
  })
})

test('a team without a group of its own has nobody to hear kudos', async () => {
  await begin()
  await talk.store.prisma.channel.updateMany({ data: { external: true } })
  await zhang.tells('/kudos @李四 及时补位')
  await expect(zhang).toHear(/表扬要当众说，可团队还没有能听到的群/)
  expect(await rows()).toEqual([])
  await talk[Symbol.asyncDispose]()
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSchema } from '../../../src/content/schema.ts'
import { drawingSchema } from '../../../src/pictures/drawing.ts'
import type { Speaker, Talk } from '../../talk.ts'
import { openTeam } from '../../team-talk.ts'

const at = (time: string, day = 20) => `2026-11-${day}T${time}:00+08:00`

let talk: Talk
let wang: Speaker
let zhang: Speaker
let li: Speaker

/** A team of its own for each of these. */
async function begin() {
  const team = await openTeam({ at: at('09:00'), people: { wang: '王芳', zhang: '张三', li: '李四' } })
  talk = team
  ;({ wang, zhang, li } = team.who)
}

const wins = () => talk.store.prisma.win.findMany({ orderBy: { rungAt: 'asc' } })

describe('the bell', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  test('rings in the group at once, also from a direct chat, with a picture that says the same', async () => {
    await zhang.tells('/喜报 华为 12万 # 跟了半年')
    await expect(talk.group).toHear(/喜报[\s\S]*张三[\s\S]*拿下 \**华为\**，金额 \**12万\**！[\s\S]*跟了半年/)
    await expect(zhang).toHear(/喜报 · 华为 12万[\s\S]*已发到团队的群里[\s\S]*今天你报喜 1 单，共 12万/)
    const [win] = await wins()
    expect(win).toMatchObject({
      ...{ customer: '华为', date: '2026-11-20', state: 'rung', dealsKey: 'deals', revenueKey: 'revenue' },
      amount: expect.objectContaining({ d: expect.anything() }),
    })
    const [picture] = await talk.store.prisma.picture.findMany()
    expect(drawingSchema.parse(picture?.drawing)).toEqual({
      ...{ kind: 'bell', title: '喜报', name: '张三', verb: '拿下', customer: '华为', amount: '12万' },
      lines: ['跟了半年'],
    })
  })

  test('rings once for a deal: again only when it is said to be another one', async () => {
    await zhang.says('/won 华 为 120000')
    await expect(zhang).toHear(
      /今天 09:00 已经报过喜：华为 12万。是另一单的话，加一句说明再发：\/喜报 华为 12万 # 第二单/,
    )
    await expect(talk.group).not.toHear(/喜报/)
    expect(await wins()).toHaveLength(1)
    await zhang.says('/won 华为 12万 # 第二单')
    await expect(talk.group).toHear(/张三[\s\S]*华为[\s\S]*第二单/)
    expect(await wins()).toHaveLength(2)
  })

  test('is rung for another one by a manager, and by nobody else', async () => {
    await wang.says('/won @李四 中建 8万')
    await expect(talk.group).toHear(/李四[\s\S]*中建[\s\S]*王芳 替 李四 报喜/)
    await expect(wang).toHear(/今天李四报喜 1 单，共 8万/)
    await zhang.says('/won @李四 腾讯 8万')
    await expect(zhang).toHear(/替别人报喜由经理来做/)
    await wang.says('/won @赵六 腾讯 8万')
    await expect(wang).toHear(/团队里没有“赵六”/)
    expect(await wins()).toHaveLength(3)
  })

  test('hears a mention by the name of the account too', async () => {
    await talk.store.prisma.member.updateMany({ where: { name: '李四' }, data: { name: '李组长' } })
    await wang.says('/won @李四 顺丰 3万')
    await expect(talk.group).toHear(/李组长[\s\S]*顺丰/)
  })

  test('is refused kindly when it is unclear, and nothing is written', async () => {
    const before = (await wins()).length
    await zhang.says('/won 华为 -5')
    await expect(zhang).toHear(/“-5”不像一单的金额/)
    await zhang.says('/won 12万')
    await expect(zhang).toHear(/这样报喜：\/喜报 华为 12万/)
    await zhang.tells("won't come today")
    await expect(zhang).toHear(/这样报喜/)
    expect(await wins()).toHaveLength(before)
  })

  test('alone, the word shows one’s own of the month', async () => {
    await zhang.tells('/喜报')
    await expect(zhang).toHear(/我的喜报 · 2026年11月\n2 单，共 24万\n.*11-20 华为 12万/)
    await li.tells('/won')
    await expect(li).toHear(/2 单，共 11万/)
  })

  test('keeps amounts to itself where the team wants that', async () => {
    await wang.says('/设置 喜报金额 关')
    await zhang.says('/won 京东 7万')
    await expect(talk.group).toHear(/京东/)
    await expect(talk.group).not.toHear(/7万/)
    const drawings = (await talk.store.prisma.picture.findMany()).map(({ drawing }) => JSON.stringify(drawing))
    expect(drawings.filter(drawing => drawing.includes('京东'))).toEqual([expect.not.stringContaining('amount')])
  })
})

describe('a bell that was rung by mistake', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  test('is taken back by whoever rang it: the message says so from then on', async () => {
    await zhang.says('/won 华为 12万')
    await li.says('/won undo')
    await expect(li).toHear(/没有可以撤回的喜报/)
    await zhang.says('/won undo')
    await expect(zhang).toHear(/已撤回：华为 12万/)
    const seen = (await talk.group.all()).map(({ text }) => text)
    expect(seen.filter(text => text.includes('拿下'))).toEqual([])
    expect(seen.filter(text => text.includes('喜报已撤回：张三 · 华为'))).toHaveLength(1)
    expect(await wins()).toMatchObject([{ state: 'withdrawn' }])
    await zhang.says('/won undo')
    await expect(zhang).toHear(/没有可以撤回的喜报/)
  })

  test('may ring anew afterwards, and by its button only within some minutes', async () => {
    await zhang.says('/won 华为 12万')
    await expect(talk.group).toHear(/拿下/)
    const [, again] = await wins()
    await talk.goTo(at('09:16'))
    await zhang.uses('wins.undo', { value: again?.id ?? '' })
    await expect(zhang).toHear(/“华为 12万”只能在 09:15 之前撤回/)
    expect((await wins()).map(({ state }) => state)).toEqual(['withdrawn', 'rung'])
  })
})

describe('the report of the day', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  const sums = async () => {
    const rows = await talk.store.prisma.metricDay.findMany()
    const metrics = await talk.store.prisma.metric.findMany()
    return Object.fromEntries(
      rows
        .filter(({ entries }) => entries > 0)
        .map(row => [metrics.find(({ id }) => id === row.metricId)?.key, row.value.toNumber()]),
    )
  }

  test('is filled in with what was rung, which counts only once it is handed in', async () => {
    await zhang.says('/won 华为 12万')
    await zhang.says('/won 中建 8万')
    expect(await sums()).toEqual({})
    await talk.goTo(at('18:00'))
    await zhang.tells('/日报')
    const form = (await zhang.all())
      .flatMap(({ content }) => contentSchema.safeParse(content).data?.blocks ?? [])
      .findLast(it => it.b === 'form')
    if (form?.b !== 'form') throw new Error('no form was shown')
    const filled = Object.fromEntries(form.form.inputs.map(({ id, initial }) => [id, initial]))
    expect(filled).toMatchObject({ deals: '2', revenue: '200000', notes: expect.stringContaining('喜报：华为 12万') })
    await zhang.uses('reports.submit', { values: { visits: '3', deals: '2', revenue: '20万' } })
    await expect(zhang).toHear(/日报已记下/)
    await expect(zhang).not.toHear(/报过喜/)
    expect(await sums()).toEqual({ visits: 3, deals: 2, revenue: 200_000 })
  })

  test('is asked about kindly, in private, when it says less; and what the answer offers to type mends it', async () => {
    await li.says('/won 顺丰 3万')
    await li.says('/日报 拜访2')
    await expect(li).toHear(
      /报过喜：顺丰 3万（签单 1、签单额 3万），日报里是签单 0、签单额 0。漏了的话补上：\/日报 签单1 签单额30000/,
    )
    await expect(talk.group).not.toHear(/报过喜/)
    await li.says('/日报 签单1 签单额30000')
    await expect(li).toHear(/日报已更新/)
    await expect(li).not.toHear(/报过喜/)
  })

  test('of a day off is the one of the next workday, and of that one only', async () => {
    await talk.goTo(at('11:00', 21))
    await zhang.says('/won 京东 5万')
    await talk.goTo(at('18:00', 23))
    await zhang.says('/日报 拜访1')
    await expect(zhang).toHear(/报过喜：京东 5万（签单 1、签单额 5万）/)
    await talk.goTo(at('18:00', 24))
    await zhang.says('/日报 拜访1')
    await expect(zhang).toHear(/日报已记下/)
    await expect(zhang).not.toHear(/报过喜/)
  })
})

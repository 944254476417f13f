import { describe, expect, it } from 'vitest'
import { features } from '../../../src/features/index.ts'
import { openEvidence } from '../../../src/features/rules/findings/evidence.ts'
import { openTalk as openKept } from '../../../src/features/rules/hearing/kept.ts'
import { openTalk } from '../../talk.ts'
import { freshSealing, openRules } from './house-of-rules.ts'

const number = '13812345678'
const said = `客户张总 ${number}，明天回访`
const masked = '客户张总 138****5678，明天回访'

/** 王芳 is the manager of a team in the Room in which customers' numbers are looked for. */
async function inTheRoom({ keepDays = 30 } = {}) {
  const sealing = freshSealing()
  const people = { wang: '王芳', li: '李伟', zhang: '张三' }
  const talk = await openTalk({ at: '2026-11-18T10:00:00+08:00', people, features, sealing })
  const [wang, li, zhang] = [talk.person('wang'), talk.person('li'), talk.person('zhang')]
  await wang.says('/setup 销售一部')
  for (const one of [li, zhang]) await one.says('/join')
  await wang.tells('/群规 启用 customer-data')
  const { prisma } = talk.store
  await prisma.team.updateMany({ data: { settings: { rules: { keepDays } } } })
  return { talk, wang, li, zhang, prisma, sealing, [Symbol.asyncDispose]: () => talk[Symbol.asyncDispose]() }
}

const whisperTo = async (one: { all(): Promise<readonly { to?: string; text: string; content: unknown }[]> }) =>
  (await one.all()).filter(({ to }) => to !== undefined).at(-1)

describe('in the Room', () => {
  it('whoever said it has it taken back with one tap, and the masked copy stands there', async () => {
    await using room = await inTheRoom()
    const { li, zhang, talk, prisma, sealing } = room
    await li.says(said)
    const hint = await whisperTo(li)
    expect(hint?.text).toContain('要不要撤回，换成打码的版本')
    expect(JSON.stringify(hint?.content)).toContain('替我撤回，换成打码的这份')
    expect(JSON.stringify(hint?.content)).toContain('/群规 撤回 1')
    expect((await talk.group.all()).map(({ text }) => text)).toContain(said)

    await li.uses('rules.recall', { value: '1' })
    for (const reader of [talk.group, zhang, li]) {
      const seen = (await reader.all()).filter(({ to, from }) => to === undefined && (from === 'li' || from === 'bot'))
      expect(JSON.stringify(seen)).not.toContain(number)
      expect(seen.filter(({ from, recalled }) => from === 'li' && recalled)).toMatchObject([
        { text: '', content: null, recalled: true },
      ])
      expect(seen.filter(({ text }) => text.includes(`李伟：${masked}`))).toHaveLength(1)
    }
    await expect(li).toHear(/#1 这就替你撤回/)

    const rows = JSON.stringify([
      await prisma.roomMessage.findMany({ omit: { change: true } }),
      await prisma.delivery.findMany({ omit: { seq: true } }),
      await prisma.inboundEvent.findMany({ omit: { id: true } }),
    ])
    expect(rows).not.toContain(number)
    const [finding] = await prisma.finding.findMany()
    expect(openEvidence(sealing, finding ?? { evidence: null, ruleId: '' })?.text).toBe(masked)
    const heard = (await prisma.inboundEvent.findMany({ where: { heard: { not: null } } })).map(row =>
      openKept(sealing, row.heard ?? ''),
    )
    expect(heard.map(kept => kept?.text)).not.toContain(said)
    expect(await prisma.audit.findMany({ where: { what: 'rules.recalled' } })).toMatchObject([
      { memberId: finding?.memberId, detail: { number: 1, copied: true } },
    ])
  })

  it('is done once, and by nobody else', async () => {
    await using room = await inTheRoom()
    const { li, zhang, wang, talk, prisma } = room
    await li.says(said)
    for (const other of [zhang, wang]) {
      await other.tells('/群规 撤回 1')
      await expect(other).toHear(/没有你能看的记录 #1/)
    }
    expect((await talk.group.all()).map(({ text }) => text)).toContain(said)
    await li.tells('/rules recall １')
    await li.tells('/群规 撤回 1')
    await expect(li).toHear(/已经撤回过了/)
    const copies = (await talk.group.all()).filter(({ text }) => text.includes(masked))
    expect(copies).toHaveLength(1)
    expect(await prisma.audit.count({ where: { what: 'rules.recalled' } })).toBe(1)
  })

  it('never by itself: whoever does nothing keeps what they said', async () => {
    await using room = await inTheRoom()
    await room.li.says(said)
    await room.talk.goTo('2026-11-20T10:00:00+08:00')
    const seen = await room.talk.group.all()
    expect(seen.filter(({ recalled }) => recalled)).toEqual([])
    expect(seen.map(({ text }) => text)).toContain(said)
  })

  it('by itself only where the manners of the rule say so, at their step', async () => {
    await using room = await inTheRoom()
    const { li, wang, talk, prisma } = room
    await wang.tells('/群规 编辑 customer-data 步骤=私下提醒、撤回')
    await wang.tells('/群规')
    await expect(wang).toHear(/一再如此会撤回，换成打码的/)
    await li.says(said)
    expect((await talk.group.all()).filter(({ recalled }) => recalled)).toEqual([])
    await li.says(`再发一次 ${number}`)
    const seen = await talk.group.all()
    expect(seen.filter(({ recalled }) => recalled)).toMatchObject([{ from: 'li', text: '' }])
    expect(seen.map(({ text }) => text)).toContain(said)
    expect(seen.at(-1)?.text).toMatch(/李伟：再发一次 138\*\*\*\*5678\n按群规撤回了原消息/)
    const hint = await whisperTo(li)
    expect(hint?.text).toContain('按群规替你撤回')
    expect(JSON.stringify(hint?.content)).not.toContain('rules.recall')
    await li.tells('/群规 撤回 2')
    await expect(li).toHear(/已经撤回过了/)
    expect(await prisma.audit.findMany({ where: { what: 'rules.recalled' } })).toMatchObject([
      { actorPersonId: null, detail: { number: 2, copied: true } },
    ])
  })

  it('no other rule may take a message back', async () => {
    await using room = await inTheRoom()
    await room.wang.tells('/群规 启用 flooding')
    await room.wang.tells('/群规 编辑 flooding steps=recall')
    await expect(room.wang).toHear(/只用于客户隐私/)
    expect(await room.prisma.rule.findFirst({ where: { key: 'flooding' } })).toMatchObject({ version: 1 })
  })

  it('where nothing is kept of what is said it is taken back, and the copy is theirs to post', async () => {
    await using room = await inTheRoom({ keepDays: 0 })
    const { li, talk } = room
    await li.says(said)
    const hint = await whisperTo(li)
    expect(hint?.text).toContain(masked)
    expect(JSON.stringify(hint?.content)).toContain('"label":"替我撤回"')
    const before = (await talk.group.all()).length
    await li.uses('rules.recall', { value: '1' })
    await expect(li).toHear(/从提示里复制/)
    const seen = await talk.group.all()
    expect(seen).toHaveLength(before)
    expect(seen.filter(({ recalled }) => recalled)).toMatchObject([{ from: 'li', text: '' }])
  })

  it('two rules that look for different numbers make one copy that shows neither', async () => {
    await using room = await inTheRoom()
    const { li, wang, talk, prisma } = room
    await wang.tells(
      '/群规 导入\nkey: cards\nstate: on\ntitle: {zh: 银行卡}\nwhen: {kind: customer-data, what: [bank-card]}\nmanners: {steps: [{do: hint}]}',
    )
    await wang.tells('/群规 导入 确认')
    await wang.tells('/群规 编辑 customer-data what=mobile')
    const held = (await prisma.rule.findMany({ where: { state: 'on' }, orderBy: { key: 'desc' } })).map(
      rule => rule.definition,
    )
    expect(held).toMatchObject([{ when: { what: ['mobile'] } }, { when: { what: ['bank-card'] } }])
    await li.says(`打给 ${number}，付到 6222021234567890128`)
    const offers = JSON.stringify((await whisperTo(li))?.content).match(/"id":"rules\.recall"/g)
    expect(offers).toHaveLength(1)
    await li.uses('rules.recall')
    const copy = (await talk.group.all()).at(-1)?.text ?? ''
    expect(copy).toContain('138****5678')
    expect(copy).not.toContain('6222021234567890128')
  })
})

it('where the platform does not let us, the step is a hint', async () => {
  await using group = await openRules()
  await group.given({ when: { kind: 'customer-data' }, manners: { steps: [{ do: 'recall' }] } })
  expect(await group.says('李伟', said)).toEqual([expect.stringMatching(/^~李伟: [\s\S]*请删掉原消息/)])
  expect(await group.findings()).toMatchObject([{ step: 'recall', recalledAt: null }])
})

it('where the platform does not let us, the hint asks to delete, and the word for it says so', async () => {
  await using group = await openRules()
  await group.given({ when: { kind: 'customer-data' } })
  const [hint = ''] = await group.says('李伟', said)
  expect(hint).toContain('请删掉原消息，换成打码的版本')
  expect(hint).not.toContain('撤回')
  expect(await group.asks('李伟', '/群规 撤回 1')).toEqual([expect.stringContaining('请自己删掉')])
  expect(await group.findings()).toMatchObject([{ recalledAt: null }])
})

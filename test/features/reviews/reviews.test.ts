import { describe, expect, it } from 'vitest'
import { formIn, sharedStore } from '../reports/stage.ts'
import { stageReviews } from './stage.ts'

const shared = sharedStore()
const stage = (settings: Record<string, unknown> = {}) => stageReviews(shared.store, settings)
const day = '2026-11-20'
const wordsTo = (said: readonly { to: object; words: string }[], personId: string) =>
  said.flatMap(({ to, words }) => ('person' in to && to.person === personId ? [words] : [])).join('\n')

const self = 'review self 做得好：拜访稳定；不足：报价慢；帮助：要样机；打分 4 3 5'
const written = 'review write 张三 肯定：跟进及时；待改进：提前备货；下一步：带一次大单；打分 4 4 4'

/** Up to and with the talk. */
async function talked() {
  const staged = await stage()
  await staged.types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
  await staged.types('张三', self, `${day} 11:00`)
  await staged.types('王经理', written, `${day} 12:00`)
  await staged.types('王经理', 'review talk 张三 下季度主攻华东', `${day} 15:00`)
  return staged
}

describe('a review', () => {
  it('begins with the member: the form comes in private, with the criteria that hold', async () => {
    const { types, who } = await stage()
    await types('王经理', 'review criteria 业绩 50、态度 50', `${day} 09:00`)
    const said = await types('王经理', 'review start 张三 2026-11', `${day} 10:00`, {
      place: { kind: 'group', channelId: 'sales' },
    })
    expect(said.map(({ to }) => to)).toEqual([
      { person: who('王经理').personId },
      { reply: 'private' },
      { person: who('张三').personId },
    ])
    expect(said[1]?.words).toBe('这件事只在私聊里说，已发给你。')
    const form = formIn({ said: said.slice(2), emitted: [], answer: '' })
    expect(form.inputs.map(({ label }) => label)).toEqual([
      '做得好的',
      '没做好的',
      '需要的帮助',
      '业绩 50%',
      '态度 50%',
    ])
  })

  it('keeps the criteria that it was begun with', async () => {
    const { types } = await stage()
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    await types('王经理', 'review criteria 协作 100', `${day} 10:05`)
    const [form] = await types('张三', 'review self', `${day} 11:00`)
    expect(formIn({ said: form ? [form] : [], emitted: [], answer: '' }).inputs.map(({ label }) => label)).toContain(
      '业绩 60%',
    )
    expect((await types('张三', 'review criteria', `${day} 11:00`))[0]?.words).toContain('协作 100%')
  })

  it('has the problems that they solved as evidence, with their numbers', async () => {
    const { types, who } = await stage()
    await types('李伟', 'case 华为订单延期', `${day} 09:00`)
    await types('张三', 'case 样机缺货', `${day} 09:01`)
    await types('张三', 'case 2 solved 换了仓库发货', `${day} 09:30`)
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    const toManager = wordsTo(await types('张三', self, `${day} 11:00`), who('王经理').personId)
    expect(toManager).toContain('解决的案例: 1 个')
    expect(toManager).toContain('#2 样机缺货')
    expect(toManager).not.toContain('华为订单延期')
  })

  it('has the thanks of colleagues as evidence, without those taken back', async () => {
    const { types, who } = await stage()
    await types('李伟', 'kudos @张三 及时补位 #协作', `${day} 09:00`)
    await types('赵组长', 'kudos @张三 带新人', `${day} 09:01`)
    await types('钱经理', 'kudos @张三 说错了', `${day} 09:02`)
    await types('钱经理', 'kudos undo', `${day} 09:03`)
    await types('李伟', 'kudos @赵组长 别人的', `${day} 09:04`)
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    const toManager = wordsTo(await types('张三', self, `${day} 11:00`), who('王经理').personId)
    expect(toManager).toContain('同事表扬: 2 次，来自 2 人\n11-20 赵组长：带新人\n11-20 李伟：及时补位 #协作')
    expect(toManager).not.toMatch(/说错了|别人的/)
  })

  it('goes from the self-review to both signatures, each step told to the other one alone', async () => {
    const { types, works, who } = await stage()
    await works('张三', '2026-11-16', '2026-11-19', 12)
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    const toManager = wordsTo(await types('张三', self, `${day} 11:00`), who('王经理').personId)
    expect(toManager).toContain('张三 交了自评 · 2026年11月')
    expect(toManager).toContain('业绩 4 · 态度 3 · 贡献 5 → 加权 4')
    expect(toManager).toContain('电话 | 48 | — | —')
    expect(toManager).toContain('日报: 应交 4，按时 4，迟交 0')
    expect(toManager).toContain('计划兑现: 100%（4 天）')
    const toMember = wordsTo(await types('王经理', written, `${day} 12:00`), who('张三').personId)
    expect(toMember).toContain('接下来会和你面谈')
    expect(toMember).not.toContain('备货')
    expect((await types('张三', 'review', `${day} 12:30`)).at(-1)?.words).not.toContain('备货')
    await types('王经理', 'review talk 张三 下季度主攻华东', `${day} 15:00`)
    const read = (await types('张三', 'review', `${day} 15:30`)).at(-1)?.words
    expect(read).toContain('提前备货')
    expect(read).toContain('下季度主攻华东')
    await types('张三', 'review sign', `${day} 16:00`)
    const last = await types('王经理', 'review sign 张三', `${day} 16:30`)
    expect(last.map(({ words }) => words).join('\n')).toContain('双方都已完成，评估结束')
    await expect(types('张三', 'review sign', `${day} 17:00`)).rejects.toMatchObject({ code: 'reviews.none' })
  })

  it('closes over what the member does not agree with, in their words', async () => {
    const { types, who } = await talked()
    await expect(types('张三', 'review dispute', `${day} 16:00`)).rejects.toMatchObject({ code: 'reviews.dispute-how' })
    const said = await types('张三', 'review dispute 十月的单没算', `${day} 16:00`)
    expect(wordsTo(said, who('王经理').personId)).toContain('有异议：十月的单没算')
    await types('王经理', 'review sign 张三', `${day} 16:30`)
    expect((await types('王经理', 'review 张三', `${day} 17:00`))[0]?.words).toMatch(
      /本人异议: 十月的单没算[\s\S]*已结束/,
    )
  })

  it('refuses a step before its time and says what comes first', async () => {
    const { types } = await stage()
    await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    await expect(types('王经理', written, `${day} 12:00`)).rejects.toMatchObject({
      code: 'reviews.too-early',
      words: { zh: expect.stringContaining('本人自评') },
    })
    await expect(types('张三', 'review sign', `${day} 12:00`)).rejects.toMatchObject({ code: 'reviews.too-early' })
  })

  it('shows a form again as it was filled in when something is missing, and takes it when it is whole', async () => {
    const { types, submits } = await stage()
    const said = await types('王经理', 'review start 张三 2026-11', `${day} 10:00`)
    const form = formIn({ said: said.slice(1), emitted: [], answer: '' })
    const again = await submits('张三', form, { good: '拜访稳定', score0: '4', score1: '3' }, `${day} 11:00`)
    const shown = formIn({ said: again, emitted: [], answer: '' })
    expect(shown.inputs.find(({ id }) => id === 'good')?.initial).toBe('拜访稳定')
    const whole = { good: '拜访稳定', bad: '', next: '', score0: '4', score1: '3', score2: '5' }
    await submits('张三', shown, whole, `${day} 11:05`)
    expect(await shared.store.prisma.review.findMany({ where: { id: form.value ?? '' } })).toMatchObject([
      { state: 'self-reviewed', self: { good: '拜访稳定', scores: [4, 3, 5] } },
    ])
    await expect(submits('李伟', shown, whole, `${day} 11:06`)).rejects.toMatchObject({ code: 'reviews.none' })
  })
})

describe('nobody but the two', () => {
  it.each(['李伟', '赵组长', '钱经理'])('%s sees, fills in or signs anything', async name => {
    const { types } = await talked()
    await expect(types(name, 'review 张三', `${day} 16:00`)).rejects.toMatchObject({ code: 'reviews.none' })
    await expect(types(name, written, `${day} 16:00`)).rejects.toMatchObject({ code: 'reviews.none' })
    await expect(types(name, 'review sign 张三', `${day} 16:00`)).rejects.toMatchObject({ code: 'reviews.none' })
    const own = await types(name, 'review', `${day} 16:00`)
    expect(own.map(({ words }) => words).join('\n')).not.toContain('张三')
  })

  it('begins one unless they are a manager, of themselves, or twice', async () => {
    const { types } = await talked()
    await expect(types('赵组长', 'review start 李伟 2026-11', `${day} 16:00`)).rejects.toMatchObject({
      code: 'team.not-allowed',
    })
    await expect(types('王经理', 'review start 王经理', `${day} 16:00`)).rejects.toMatchObject({
      code: 'reviews.oneself',
    })
    await expect(types('钱经理', 'review start 张三 2026-11', `${day} 16:00`)).rejects.toMatchObject({
      code: 'reviews.begun-already',
    })
    await expect(types('王经理', 'review start 李伟 昨天', `${day} 16:00`)).rejects.toMatchObject({
      code: 'reviews.period',
    })
    await expect(types('王经理', 'review start 李伟 2027-Q1', `${day} 16:00`)).rejects.toMatchObject({
      code: 'reviews.period',
    })
  })

  it('looks without the member knowing', async () => {
    const { types, who } = await talked()
    await types('王经理', 'review 张三', `${day} 16:00`)
    const looks = await shared.store.prisma.audit.findMany({ where: { memberId: who('张三').memberId } })
    expect(looks.map(({ actorPersonId, what }) => ({ actorPersonId, what }))).toEqual([
      { actorPersonId: who('王经理').personId, what: 'reviews.seen' },
      { actorPersonId: who('王经理').personId, what: 'reviews.seen' },
    ])
  })

  it('keeps a review whose manager has left: another one goes on with it', async () => {
    const { types, who } = await talked()
    const { memberId } = who('王经理')
    await shared.store.prisma.member.update({ where: { id: memberId }, data: { leftOn: day } })
    await types('钱经理', 'review start 张三 2026-11', `${day} 16:00`)
    await types('张三', 'review sign', `${day} 16:10`)
    expect((await types('钱经理', 'review sign 张三', `${day} 16:20`))[0]?.words).toContain('评估结束')
  })
})

describe('the offer of reviews', () => {
  it('comes to managers in private at a quarter’s end, once, and monthly only where that is wanted', async () => {
    const { clock, who } = await stage()
    expect(await clock('reviews.offer', '2026-11-30 10:00')).toEqual([])
    const offered = await clock('reviews.offer', '2026-09-30 10:00')
    expect(offered.map(({ to }) => to)).toEqual([
      { person: who('王经理').personId },
      { person: who('钱经理').personId },
    ])
    expect(offered[0]?.words).toContain('2026年第3季度快结束了')
    expect(new Set(offered.map(({ key }) => key)).size).toBe(2)
    const monthly = await stage({ reviews: { monthly: true } })
    expect((await monthly.clock('reviews.offer', '2026-11-30 10:00'))[0]?.words).toContain('2026年11月')
  })
})

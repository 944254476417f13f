import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readingLog, verify } from '../../../src/audit/verify.ts'
import { features } from '../../../src/features/index.ts'
import { openTalk, type Speaker, type Talk } from '../../talk.ts'
import { freshSealing } from '../rules/house-of-rules.ts'

const people = { zhao: '赵总', wang: '王芳', sun: '孙总', qian: '钱组长', zhang: '张三', li: '李伟' }
type Who = Readonly<Record<keyof typeof people, Speaker>>

/** Stands in everything that people write here, and must stand in nothing that is put on record. */
const secret = '杨柳青'
const at = (time: string, day = 23) => `2026-11-${day}T${time}:00+08:00`

interface Scene {
  /** What is put on record. */
  readonly what: string
  does(who: Who, talk: Talk): Promise<void>
}

/** Some weeks of one team, in order. */
const story: readonly Scene[] = [
  { what: 'team.changed', does: who => who.zhao.tells('/设置 日历 双休') },
  { what: 'settings.changed', does: who => who.wang.tells('/设置 特急次数 9') },
  { what: 'rules.changed', does: who => who.wang.tells('/群规 启用 客户隐私') },
  { what: 'rules.exempt', does: who => who.wang.tells('/群规 豁免 李伟 客户隐私') },
  { what: 'rules.words', does: who => who.wang.tells(`/群规 词表 加 ${secret}`) },
  { what: 'rules.stepped', does: who => who.zhang.says(`${secret}的电话 13800138000`) },
  { what: 'rules.appeal', does: who => who.zhang.tells('/群规 申诉 1') },
  { what: 'rules.appeal-decided', does: who => who.wang.tells(`/群规 接受 1 ${secret}`) },
  { what: 'rules.test', does: who => who.wang.tells('/群规 回测 客户隐私') },
  { what: 'rules.recalled', does: who => who.zhang.tells('/群规 撤回 1') },
  {
    what: 'rules.doubtful',
    async does(who) {
      await who.wang.tells('/群规 启用 wording')
      // Torn by the end of a sentence, it may be chance.
      await who.zhang.says(`${secret.slice(0, 1)}。${secret.slice(1)}`)
      await who.wang.tells('/群规 存疑')
    },
  },
  {
    what: 'notices.readers',
    async does(who) {
      await who.wang.tells(`/通知 ${secret}盘点`)
      await who.wang.tells('/通知 1')
    },
  },
  { what: 'notices.corrected', does: who => who.wang.tells(`/通知 1 更正 ${secret}不盘点`) },
  { what: 'notices.withdrawn', does: who => who.wang.tells('/通知 1 撤回') },
  {
    what: 'urgent.escalated',
    async does(who, talk) {
      await who.zhang.tells(`/紧急 ${secret}投诉`)
      await talk.goTo(at('11:00'))
    },
  },
  { what: 'urgent.worsened', does: who => who.zhang.tells('/紧急 1 特急') },
  {
    what: 'urgent.judged',
    async does(who, talk) {
      await talk.goTo(at('23:30'))
      await who.zhang.tells(`/紧急 特急 ${secret}停线`)
      await who.wang.tells('/紧急 2 不必')
    },
  },
  {
    what: 'reports.read',
    async does(who, talk) {
      await talk.goTo(at('18:30', 24))
      await who.zhang.tells(`/日报 拜访3 卡点：${secret}不回电话`)
      await who.qian.tells(`/已读 张三 ${secret}加油`)
    },
  },
  { what: 'boards.trace', does: who => who.wang.tells('/追溯 拜访 本周 张三') },
  {
    what: 'cases.overdue',
    async does(who, talk) {
      await who.zhang.tells(`/案例 ${secret}样机坏了 期限 2026-11-25`)
      await talk.goTo('2026-12-10T10:00:00+08:00')
    },
  },
  { what: 'audit.erased', does: who => who.zhao.tells('/抹除 李伟 确认') },
]

/** Comes by itself on the Monday after the calls of the story. */
const review = 'urgent.review'

/** What is put on record where more has to be true first: the tests that show it. */
const shownElsewhere: Readonly<Record<string, string>> = {
  'fairness.hint': '../fairness/hints.test.ts',
  'reviews.seen': '../reviews/reviews.test.ts',
  'reviews.plan': '../reviews/improvement.test.ts',
  'reviews.potential': '../reviews/reviews.test.ts',
}

let talk: Talk
const noted = new Map<string, readonly string[]>()
beforeAll(async () => {
  talk = await openTalk({ at: at('09:00'), people, features, sealing: freshSealing() })
  const ids = Object.keys(people) as (keyof typeof people)[]
  const who = Object.fromEntries(ids.map(id => [id, talk.person(id)])) as Who
  await who.zhao.says('/setup 销售一部')
  for (const id of ids) if (id !== 'zhao') await who[id].says('/join')
  for (const name of ['王芳', '孙总']) await who.zhao.tells(`/member ${name} role=manager`)
  await who.zhao.tells('/member 钱组长 role=lead')
  for (const { what, does } of story) {
    const before = await talk.store.prisma.audit.count()
    await does(who, talk)
    const after = await talk.store.prisma.audit.findMany({ orderBy: { seq: 'asc' }, skip: before })
    noted.set(what, [...new Set(after.map(entry => entry.what))])
  }
}, 300_000)
afterAll(() => talk[Symbol.asyncDispose]())

describe('what is to stay on record', () => {
  it.each(story.map(({ what }) => what))('%s is put on record', what => {
    expect(noted.get(what)).toContain(what)
  })

  it('the review of a week of urgent matters is, too, when its Monday comes', async () => {
    expect(await talk.store.prisma.audit.count({ where: { what: review, read: true } })).toBeGreaterThan(0)
  })

  it('has nothing of what people wrote, and none of their names', async () => {
    const entries = await talk.store.prisma.audit.findMany()
    const words = entries.map(({ what, words: its, detail }) => `${what} ${JSON.stringify([its, detail])}`)
    for (const private_ of [secret, '13800138000', '138****', ...Object.values(people)])
      expect(words.filter(text => text.includes(private_))).toEqual([])
  })

  it('is a chain that holds', async () => {
    const { id } = await talk.store.prisma.team.findFirstOrThrow()
    const proof = await readingLog(talk.store, session => verify(session, id))
    expect(proof).toMatchObject({ fault: null, last: { seq: await talk.store.prisma.audit.count() } })
  })

  it('is all that the features put on record: whatever is new gets a scene here', () => {
    const known = [review, ...story.map(({ what }) => what), ...Object.keys(shownElsewhere)]
    expect(declared().filter(what => !known.includes(what))).toEqual([])
    for (const [what, file] of Object.entries(shownElsewhere))
      expect(readFileSync(path.join(import.meta.dirname, file), 'utf8'), what).toContain('audit.findMany')
  })
})

/** As the features' sources name it. */
function declared(): readonly string[] {
  const folder = path.join(import.meta.dirname, '../../../src/features')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  return files.flatMap(file => {
    const source = readFileSync(path.join(folder, file), 'utf8')
    const whole = [...source.matchAll(/\bwhat: '([a-z]+\.[a-z-]+)'/g)].flatMap(([, what]) => what ?? [])
    const seen = [...source.matchAll(/noteSeen\(ctx, \{[^}]*what: '([a-z-]+)'/g)].map(([, what]) => `reviews.${what}`)
    return [...whole, ...seen]
  })
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Team } from '../../../src/context.ts'
import { boardSettings } from '../../../src/features/boards/board-settings.ts'
import { digestSettings } from '../../../src/features/digests/digest-settings.ts'
import { features } from '../../../src/features/index.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { nudgeSettings } from '../../../src/features/nudges/nudge-settings.ts'
import { reportSettings } from '../../../src/features/reports/report-settings.ts'
import { targetSettings } from '../../../src/features/targets/target-settings.ts'
import { managersOf } from '../../../src/features/team/members.ts'
import { teamById } from '../../../src/features/team/teams.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam } from '../harness.ts'
import { buttonsOf } from '../reports/stage.ts'
import { expectRefusal, press, tell } from '../team/talk.ts'

const declared = features.flatMap(feature => feature.settings ?? [])

let database: TemporaryDatabase
let tx: Tx
let team: Team
let manager: Actor
let rep: Actor

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())
beforeEach(async () => {
  team = await givenTeam(tx)
  await createDefaultMetrics(tx, team)
  manager = await givenMember(tx, team, { name: '王经理', role: 'manager' })
  rep = await givenMember(tx, team, { name: '李雷' })
})

const asManager = (line: string) => tell({ tx, teamId: team.id }, manager.personId, line)
const asRep = (line: string) => tell({ tx, teamId: team.id }, rep.personId, line)
const current = async () => (await teamById(tx, team.id)) ?? expect.fail('the team is gone')

describe('/settings of the features', () => {
  it('shows every setting with what holds now, and to managers how to change it', async () => {
    const [toRep, toManager] = [await asRep('/设置'), await asManager('/设置')]
    for (const { title, summary } of declared) {
      expect(toRep.words).toContain(`${title.zh}: `)
      expect(toManager.words).toContain(summary.zh)
      expect(toManager.words).toContain(`/设置 ${title.zh} `)
      expect(toRep.words).not.toContain(`/设置 ${title.zh} `)
    }
    expect(toManager.words).toContain('未交显示: 人数')
    expect(toManager.words).toContain('提前提醒: 15 分钟')
    expect(toManager.words).toContain('周榜指标: 签单额、电话')
    expect(toManager.said).toMatchObject([{ to: { reply: 'private' } }])
  })

  it.each([
    ['digests.missing names', { missing: 'names' }, digestSettings],
    ['未交显示 名字', { missing: 'names' }, digestSettings],
    ['未交显示不说', { missing: 'nobody' }, digestSettings],
    ['who is missing: nothing', { missing: 'nobody' }, digestSettings],
    ['DIGESTS.MISSING=Names', { missing: 'names' }, digestSettings],
    ['digests.unreadAt 8点半', { unreadAt: '08:30' }, digestSettings],
    ['未读提醒 关', { unreadAt: null }, digestSettings],
    ['nudges.perDay 6 times', { perDay: 6 }, nudgeSettings],
    ['每天提醒 三次', { perDay: 3 }, nudgeSettings],
    ['nudges.quiet 22:00-07:30', { quiet: { from: '22:00', to: '07:30' } }, nudgeSettings],
    ['团队免打扰 晚上10点到早上7点', { quiet: { from: '22:00', to: '07:00' } }, nudgeSettings],
    ['nudges.quiet off', { quiet: null }, nudgeSettings],
    ['提前提醒 30分钟', { beforeMinutes: 30 }, nudgeSettings],
    ['nudges.beforeMinutes off', { beforeMinutes: 0 }, nudgeSettings],
    ['reports.backfillDays 5 workdays', { backfillDays: 5 }, reportSettings],
    ['多队共用 否', { shared: false }, reportSettings],
    ['boards.topRows 3', { topRows: 3 }, boardSettings],
    ['boards.weekly 电话、拜访', { weekly: ['calls', 'visits'] }, boardSettings],
    ['周榜指标 无', { weekly: [] }, boardSettings],
    ['boards.weeklyAt 下午4点', { weeklyAt: '16:00' }, boardSettings],
    ['boards.privatePlaces off', { privatePlaces: false }, boardSettings],
    ['targets.behindBy 25', { behindBy: 25 }, targetSettings],
    ['差多少算落后 ２５％', { behindBy: 25 }, targetSettings],
    ['behind from: 5 %', { behindBy: 5 }, targetSettings],
  ])('changes %j, on record, and tells that schedules follow', async (line, expected, read) => {
    const before = read(team)
    const { emitted, said, noted } = await asManager(`/设置 ${line}`)
    expect(read(await current())).toEqual({ ...before, ...expected })
    expect(emitted).toEqual([{ name: 'team.changed', teamId: team.id, payload: {} }])
    expect(noted).toMatchObject([{ what: 'settings.changed', teamId: team.id, by: manager.personId, about: null }])
    expect(said).toMatchObject([{ to: { reply: 'private' }, lane: 'reply' }])
  })

  it('lets managers be told alone where admins leave it to them', async () => {
    await givenMember(tx, team, { name: '管理', role: 'admin' })
    await asManager('/settings team.adminsManage off')
    expect((await managersOf(tx, await current())).map(({ name }) => name)).toEqual(['王经理'])
  })

  it.each([
    'digests.missing everybody',
    'digests.unreadAt soon',
    'nudges.perDay 21',
    'nudges.perDay -1',
    'nudges.perDay 2.5',
    'nudges.quiet 21:00-21:00',
    'nudges.quiet tonight',
    '提前提醒 5 小时',
    'reports.backfillDays 32',
    'reports.shared maybe',
    'boards.topRows 0',
    'boards.topRows off',
    'boards.weekly 幸福感',
    'boards.weekly 电话、幸福感',
    'boards.weeklyAt off',
    'targets.behindBy 4',
    'targets.behindBy 51%',
    'targets.behindBy off',
  ])('answers %j with what would work and writes nothing', async line => {
    const setting = declared.find(({ key, title }) => [key, title.zh].includes(line.split(' ')[0] ?? ''))
    await expect(asManager(`/settings ${line}`)).rejects.toMatchObject({
      code: 'settings.unfit',
      words: {
        zh: expect.stringContaining(setting?.takes.zh ?? '?'),
        en: expect.stringContaining(setting?.key ?? '?'),
      },
    })
    expect(await current()).toEqual(team)
  })

  it('are for managers to change, and for everybody to read one by one', async () => {
    await expectRefusal(asRep('/settings digests.missing names'), 'team.not-allowed')
    expect(await current()).toEqual(team)
    const { words } = await asRep('/设置 未交显示')
    expect(words).toContain('未交显示：人数')
    expect(words).not.toContain('可以填')
    expect((await asManager('/设置 未交显示')).words).toContain('可以填：人数、不说、名字')
  })

  it('have a button for each choice that does what its words do', async () => {
    const { said } = await asManager('/设置')
    const buttons = said.flatMap(({ content }) => buttonsOf(content)).filter(({ id }) => id === 'settings.set')
    expect(buttons.map(({ label }) => label)).toContain('未交显示：名字')
    for (const { words, value } of buttons) {
      await tx.team.update({ where: { id: team.id }, data: { settings: {} } })
      await press({ tx, teamId: team.id }, manager.personId, 'settings.set', value)
      const pressed = await current()
      await tx.team.update({ where: { id: team.id }, data: { settings: {} } })
      await asManager(words)
      expect(await current()).toEqual(pressed)
      expect(pressed.settings).not.toEqual({})
    }
  })
})

describe('every declared setting', () => {
  const around = (lang: 'zh' | 'en') => ({ tx, team, lang })

  it.each(declared.map(one => [one.key, one] as const))('%s reads what it shows, and its example', async (_, one) => {
    for (const lang of ['zh', 'en'] as const) {
      const [, name = ''] = one.key.split('.')
      const shown = await one.read(await one.shown(around(lang)), around(lang))
      expect(shown).not.toBeNull()
      const held = await tell({ tx, teamId: team.id }, manager.personId, `/settings ${one.key} ${one.example[lang]}`)
      expect(held.emitted).toHaveLength(1)
      expect(Object.keys(shown ?? {})).toEqual([name])
    }
  })

  it('is called by one name only, and none begins like another’s', () => {
    const names = declared.flatMap(({ key, title }) => [key, title.zh, title.en])
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
    const chinese = declared.map(({ title }) => title.zh)
    const own = ['语言', '时区', '名称', '日历', '放假', '上班', '节假日', '团队 ']
    for (const name of chinese) {
      expect([...chinese, ...own].filter(other => other !== name && name.startsWith(other))).toEqual([])
    }
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Emission, Saying } from '../../../src/context.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { entries } from '../../../src/features/entries/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const named = (name: string) => [...(entries.commands ?? []), ...(boards.commands ?? [])].find(it => it.name === name)
const [record, trace] = [named('record'), named('trace')]
const metric = metrics.commands?.find(command => command.name === 'metric')
const [confirm, drop] = ['entries.record-import', 'entries.drop-import'].map(id =>
  entries.actions?.find(action => action.id === id),
)
const forget = entries.jobs?.find(({ name }) => name === 'entries.forgotten')
const weekly = boards.jobs?.find(({ name }) => name === 'boards.weekly')
const revise = boards.reactions?.find(({ on }) => on === 'entries.corrected')
const direct = { place: { kind: 'direct' } } as const

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage() {
  const staged = await stageTeam(database.store, [
    { name: '李伟' },
    { name: '张三', lang: 'en' as const },
    { name: '刘洋', role: 'lead' as const },
    { name: '王芳', role: 'manager' as const },
    { name: '孙总', role: 'manager' as const },
    { name: '新人', joinedOn: '2026-11-19' },
  ])
  const { team, type, press, record: report } = staged
  const { prisma } = database.store
  const written = () => prisma.entry.findMany({ where: { teamId: team.id }, orderBy: { id: 'asc' } })
  const waiting = () => prisma.pendingImport.count({ where: { teamId: team.id } })
  const paste = (lines: string, at: Parameters<typeof type>[3] = direct) => type('王芳', record, `导入\n${lines}`, at)

  /** Pastes, and taps the button of the preview. */
  async function imports(lines: string, at: Parameters<typeof press>[3] = direct) {
    return press('王芳', confirm, buttonOf((await paste(lines, at)).said, 'entries.record-import'), at)
  }

  async function inTeam(act: (ctx: ReturnType<typeof makeContext>['ctx']) => Promise<void>, at: Date) {
    return inTransaction(database.store, async tx => {
      const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now: at })
      await act(ctx)
      return said
    })
  }

  /** Posts the boards of a week, on its Friday at 17:00. */
  async function post(date: string) {
    const at = new Date(`${date}T09:00:00Z`)
    const said = await inTeam(async ctx => weekly?.run({ ...ctx, team }, { at, date, arg: '' }), at)
    return said.filter(({ purpose }) => purpose === 'boards.weekly')
  }

  /** What the group hears after corrections. */
  async function react(emitted: readonly Emission[], at: Date): Promise<readonly Saying[]> {
    const said: Saying[] = []
    for (const { name, payload } of emitted)
      if (name === 'entries.corrected')
        said.push(...(await inTeam(async ctx => revise?.run({ ...ctx, team }, payload), at)))
    return said
  }

  return { ...staged, report, written, waiting, paste, imports, post, react, inTeam }
}

/** What the button of that id carries. */
function buttonOf(said: readonly Saying[], id: string): string {
  const blocks = said.flatMap(({ content }) => content.blocks)
  const button = blocks.flatMap(block => (block.b === 'actions' ? block.buttons : [])).find(one => one.id === id)
  if (button?.value === undefined) throw new Error(`no button ${id}`)
  return button.value
}

const sheet = '姓名\t日期\t拜访\t电话\t签单额\n李伟\t2026/11/18\t3\t20\t8万\n张三\t2026/11/19\t2\t\t'

describe('/record import', () => {
  it('shows what it would write, to the manager alone, and writes nothing', async () => {
    const { paste, written, waiting } = await stage()
    const { said, words } = await paste(sheet)
    expect(said.map(({ to }) => to)).toEqual([{ reply: 'private' }])
    expect(words[0]).toContain('2 人的 4 个数 · 拜访、电话、签单额 · 2026-11-18 至 2026-11-19')
    expect(words[0]).toContain('新增 4')
    expect(words[0]).toContain('还没有写入')
    expect(words[0]).toContain('[记下 4 个数] /记录 导入 确认')
    expect(words[0]).toContain('[不导入] /记录 导入 取消')
    expect(words[0]).not.toContain('会更正')
    expect(buttonOf(said, 'entries.record-import').length).toBeLessThan(100)
    expect(await written()).toEqual([])
    expect(await waiting()).toBe(1)
    const english = await paste('name,date,calls\nWei,x,1', { ...direct, lang: 'en' }).catch(error => error)
    expect(english.words.en).toContain('line 2: ')
  })

  it('is recorded at a tap, once, with its source and id; the trace says who imported it', async () => {
    const { type, press, paste, written, waiting, who } = await stage()
    const button = buttonOf((await paste(sheet)).said, 'entries.record-import')
    const { words, emitted } = await press('王芳', confirm, button, direct)
    expect(words[0]).toContain('已导入：2 人的 4 个数')
    expect(emitted).toEqual([])
    const all = await written()
    expect(all).toHaveLength(4)
    expect(new Set(all.map(({ importId }) => importId))).toEqual(new Set([button]))
    expect(all.every(({ source, createdBy }) => source === 'import' && createdBy === who('王芳').personId)).toBe(true)
    expect(await waiting()).toBe(0)
    await expect(press('王芳', confirm, button, direct)).rejects.toMatchObject({ code: 'import-gone' })
    expect(await written()).toHaveLength(4)
    expect((await type('李伟', trace, '签单额 本周', direct)).words[0]).toContain(
      '8万 | 王芳 11-20 导入 | 2026-11-20 16:00 王芳',
    )
    expect((await type('张三', trace, 'visits week', { ...direct, lang: 'en' })).words[0]).toContain(
      'imported by 王芳 on 11-20',
    )
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('is recorded or dropped by words, too', async () => {
    const { type, paste, written, waiting } = await stage()
    await paste(sheet)
    expect((await type('王芳', record, '导入 取消', direct)).words[0]).toContain('没有导入')
    expect(await waiting()).toBe(0)
    await expect(type('王芳', record, 'import confirm', direct)).rejects.toMatchObject({ code: 'import-gone' })
    const { said } = await type('王芳', record, 'import\nname date calls\nWei 11-18 5'.replace('Wei', '李伟'), {
      ...direct,
      lang: 'en',
    })
    expect(said).toHaveLength(1)
    const done = await type('王芳', record, 'import confirm', { ...direct, lang: 'en' })
    expect(done.words[0]).toContain('Imported: 1 entry for 1 person · Calls · 2026-11-18')
    expect(await written()).toHaveLength(1)
  })

  it('brings along what somebody sold before they joined here, and says so', async () => {
    const { paste, imports, type } = await stage()
    const sheet = '新人 2025-11-18 签单额 8万\n新人 2026-11-18 签单额 3万\n新人 2026-11-19 签单额 1万'
    const { words } = await paste(sheet)
    expect(words[0]).toContain('其中 2 个是本人加入这里以前的，算作历史')
    await imports(sheet)
    const traced = await type('新人', trace, '签单额 2025-11', direct)
    expect(traced.words[0]).toMatch(/8万|80,000/)
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('changes nothing when the same sheet comes again, however often', async () => {
    const { imports, paste, written, waiting } = await stage()
    await imports(sheet)
    const again = await paste(sheet)
    expect(again.words[0]).toBe('这 4 个数都已经有了，不用导入')
    expect(await waiting()).toBe(0)
    const more = await paste(`${sheet}\n张三\t11-18\t1\t9\t`)
    expect(more.words[0]).toContain('1 人的 2 个数')
    expect(more.words[0]).toContain('新增 2，已经有了、不变 4')
    expect(more.words[0]).toContain('[记下 2 个数]')
    expect(await written()).toHaveLength(4)
  })

  it('corrects what reports and hands have said: shown before, kept on record, told to each person once', async () => {
    const { type, report, imports, paste, written, who } = await stage()
    const reportId = newId()
    await report('李伟', '2026-11-18', { calls: 15, visits: 3 }, { reportId })
    await type('李伟', record, '电话 3 11-18', direct)
    await report('张三', '2026-11-19', { visits: 5 })
    const preview = await paste(sheet)
    expect(preview.words[0]).toContain('新增 1，更正 2，已经有了、不变 1')
    expect(preview.words[0]).toContain('李伟 2026-11-18 电话 18 → 20')
    expect(preview.words[0]).toContain('张三 2026-11-19 拜访 5 → 2')
    const { said, words, emitted } = await imports(sheet)
    expect(said.map(({ to }) => to)).toEqual([
      { reply: 'private' },
      { person: who('李伟').personId },
      { person: who('张三').personId },
    ])
    expect(words[1]).toContain('王芳 导入了你的 2 个数 · 2026-11-18')
    expect(words[1]).toContain('2026-11-18 电话 18 → 20')
    expect(words[1]).toContain('2026-11-18 签单额 8万')
    expect(words[1]).toContain('/异议')
    expect(words[2]).toContain('王芳 imported 1 entry of yours')
    expect(words[2]).toContain('Visits 5 → 2')
    expect(emitted).toHaveLength(1)
    const traced = await type('李伟', trace, '电话 2026-11-18', direct)
    expect(traced.words[0]).toContain('合计 20')
    expect(traced.words[0]).toContain('15 | 2026-11-18 的日报')
    expect(traced.words[0]).toContain('已更正为 0，不计入')
    const corrections = (await written()).filter(({ source, replaces }) => source === 'import' && replaces !== null)
    expect(corrections.every(({ reason }) => reason === '导入')).toBe(true)
    expect(corrections.map(entry => entry.reportId).toSorted()).toEqual([reportId, null, null])
    // The report that says the same again leaves it corrected; one that says something else counts.
    await report('李伟', '2026-11-18', { calls: 15, visits: 3 }, { reportId })
    expect((await type('李伟', trace, '电话 2026-11-18', direct)).words[0]).toContain('合计 20')
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('sets the day of what is averaged and of a stock as a whole', async () => {
    const { type, imports } = await stage()
    await type('王芳', metric, 'add 商机额')
    await type('王芳', metric, 'add 满意度 satisfaction unit=percent')
    for (const value of ['80%', '90%']) await type('李伟', record, `满意度 ${value} 11-18`, direct)
    await type('李伟', record, '商机额 50万 11-18', direct)
    await imports('姓名 日期 满意度 商机额\n李伟 11-18 70% 60万')
    expect((await type('李伟', trace, '满意度 2026-11-18', direct)).words[0]).toContain('平均 70%')
    expect((await type('李伟', trace, '商机额 2026-11-18', direct)).words[0]).toContain('最新 60万')
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('shows it again when something of it was recorded between the look and the tap', async () => {
    const { type, press, paste, written } = await stage()
    const button = buttonOf((await paste('李伟 11-18 电话 20')).said, 'entries.record-import')
    await type('李伟', record, '电话 7 11-18', direct)
    const again = await press('王芳', confirm, button, direct)
    expect(again.words[0]).toContain('刚才有人改了其中的数')
    expect(again.words[0]).toContain('李伟 2026-11-18 电话 7 → 20')
    expect(await written()).toHaveLength(1)
    await press('王芳', confirm, buttonOf(again.said, 'entries.record-import'), direct)
    expect((await type('李伟', trace, '电话 2026-11-18', direct)).words[0]).toContain('合计 20')
  })

  it('waits for its owner alone, for a day, and only the latest of theirs', async () => {
    const { type, press, paste, waiting, written, inTeam, team } = await stage()
    const first = buttonOf((await paste('李伟 11-18 电话 20')).said, 'entries.record-import')
    await expect(press('孙总', confirm, first, direct)).rejects.toMatchObject({ code: 'import-gone' })
    await expect(type('孙总', record, '导入 确认', direct)).rejects.toMatchObject({ code: 'import-gone' })
    const second = buttonOf((await paste('李伟 11-18 电话 21')).said, 'entries.record-import')
    expect(await waiting()).toBe(1)
    await expect(press('王芳', confirm, first, direct)).rejects.toMatchObject({ code: 'import-gone' })
    await expect(press('王芳', drop, 'nonsense', direct)).rejects.toMatchObject({ code: 'import-gone' })
    const tomorrow = new Date('2026-11-21T08:00:01Z')
    const late = press('王芳', confirm, second, { ...direct, now: tomorrow })
    await expect(late).rejects.toMatchObject({
      code: 'import-gone',
      words: { zh: expect.stringContaining('/记录 导入') },
    })
    await inTeam(async ctx => forget?.run({ ...ctx, team }, { at: tomorrow, date: '2026-11-21', arg: '' }), tomorrow)
    expect(await waiting()).toBe(0)
    expect(await written()).toEqual([])
  })

  it('is refused as a whole when a metric is no longer recorded at the tap', async () => {
    const { type, press, paste, written } = await stage()
    const button = buttonOf((await paste('李伟 11-18 电话 20\n李伟 11-18 拜访 2')).said, 'entries.record-import')
    await type('王芳', metric, 'archive 电话', direct)
    await expect(press('王芳', confirm, button, direct)).rejects.toMatchObject({ code: 'import-stale' })
    expect(await written()).toEqual([])
  })

  it('is for managers', async () => {
    const { type, written } = await stage()
    for (const name of ['李伟', '刘洋'])
      for (const text of [`导入\n${sheet}`, 'import confirm'])
        await expect(type(name, record, text, direct)).rejects.toMatchObject({ code: 'team.not-allowed' })
    expect(await written()).toEqual([])
  })

  it('tells what to mend, at most ten of it, and then keeps nothing waiting', async () => {
    const { paste, waiting } = await stage()
    const bad = Array.from({ length: 13 }, (_, at) => `谁${at} 11-18 电话 5`).join('\n')
    const refused = paste(`李伟 11-18 电话 5\n${bad}`)
    await expect(refused).rejects.toMatchObject({ code: 'import-faults' })
    const { zh, en } = (await refused.catch(error => error)).words
    expect(zh.split('\n')).toHaveLength(13)
    expect(zh).toContain('第 2 行：团队里没有“谁0”')
    expect(zh).toContain('……还有 3 处\n改好以后请整张表重新粘贴')
    expect(en).toContain('… and 3 more')
    expect(await waiting()).toBe(0)
  })

  it('says how it goes, and refuses what is empty or too long', async () => {
    const { paste } = await stage()
    await expect(paste('')).rejects.toMatchObject({ code: 'import-empty', words: { zh: /姓名 日期 拜访/ } })
    await expect(paste('姓名\t日期\t拜访')).rejects.toMatchObject({ code: 'import-none' })
    await expect(paste('姓名\t日期\t拜访\n李伟\t11-18\t')).rejects.toMatchObject({ code: 'import-none' })
    const long = Array.from({ length: 2001 }, () => '李伟 11-18 电话 5').join('\n')
    await expect(paste(`姓名 日期 指标 数值\n${long}`)).rejects.toMatchObject({ code: 'import-long' })
  })

  it('takes two thousand figures at once, and as many corrections', { timeout: 60_000 }, async () => {
    const { imports, written, who } = await stage()
    const days = Array.from({ length: 200 }, (_, at) => new Date(Date.UTC(2026, 3, 1 + at)).toISOString().slice(0, 10))
    const lines = (value: number) =>
      ['姓名,日期,拜访,电话,报价,签单,签单额'].concat(
        ...['李伟', '张三'].map(name => days.map(day => [name, day, ...Array(5).fill(value)].join(','))),
      )
    await imports(lines(1).join('\n'))
    expect(await written()).toHaveLength(2000)
    const { said, emitted, words } = await imports(lines(2).join('\n'))
    expect(await written()).toHaveLength(4000)
    expect(emitted).toHaveLength(1)
    expect(said.map(({ to }) => to)).toEqual([
      { reply: 'private' },
      { person: who('李伟').personId },
      { person: who('张三').personId },
    ])
    expect(words[1]).toContain('……还有 990 个')
    expect(await recount(database.store.prisma)).toEqual([])
  })
})

describe('a posted board', () => {
  it('is said anew once, whatever number of its figures a sheet corrects', async () => {
    const { report, imports, post, react } = await stage()
    const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
    for (const name of ['李伟', '张三']) for (const day of days) await report(name, day, { calls: 5, revenue: 1000 })
    const posted = await post('2026-11-20')
    expect(posted.length).toBeGreaterThan(0)
    const rows = ['李伟', '张三'].flatMap((name, at) => days.map(day => `${name}\t${day}\t${9 - at}\t${2000 + at}`))
    const monday = new Date('2026-11-23T02:00:00Z')
    const { emitted } = await imports(`姓名\t日期\t电话\t签单额\n${rows.join('\n')}`, { ...direct, now: monday })
    expect(emitted).toHaveLength(1)
    const heard = await react(emitted, monday)
    expect(heard).toHaveLength(posted.length)
    expect(heard.map(({ revises }) => revises?.key).toSorted()).toEqual(posted.map(({ key }) => key).toSorted())
    expect(heard.every(({ revises }) => revises?.short !== null)).toBe(true)
  })

  it('of an older week is revised in place or not at all, so that a group is not flooded', async () => {
    const { report, imports, post, react } = await stage()
    for (const day of ['2026-11-12', '2026-11-19'])
      for (const [name, revenue] of [
        ['李伟', 1000],
        ['张三', 2000],
      ] as const)
        await report(name, day, { revenue })
    const posted = [...(await post('2026-11-13')), ...(await post('2026-11-20'))]
    const monday = new Date('2026-11-23T02:00:00Z')
    const { emitted } = await imports('李伟 11-12 签单额 3000\n李伟 11-19 签单额 3000', { ...direct, now: monday })
    const heard = await react(emitted, monday)
    expect(heard.map(({ revises }) => revises?.key).toSorted()).toEqual(posted.map(({ key }) => key).toSorted())
    const anew = heard.filter(({ revises }) => revises?.short)
    expect(anew).toHaveLength(1)
    expect(anew[0]?.revises?.key).toContain('2026-11-20T')
  })
})

import { describe, expect, it } from 'vitest'
import { mostFileBytes } from '../../../src/base/handed-file.ts'
import { notices } from '../../../src/features/notices/feature.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { heardAt, openAlone, openTeam, sharedStore } from './stage.ts'

const shared = sharedStore()
const people = [
  { name: '张三' },
  { name: '李四' },
  { name: '赵组长', role: 'lead' as const },
  { name: 'Ann', role: 'lead' as const, lang: 'en' as const },
  { name: '王经理', role: 'manager' as const },
]
const stage = (options: Parameters<typeof openTeam>[2] = {}) => openTeam(shared.store, people, options)
type Staged = Awaited<ReturnType<typeof stage>>

const bytes = new TextEncoder().encode('价目')
const sheet = '价目表 12月.pdf'

/** The bytes of all files of people that are kept. */
const kept = async ({ store }: Pick<Staged, 'store'>) =>
  (await store.prisma.file.findMany({ where: { handed: true } })).map(it => it.filename).toSorted()

function goBy({ clock }: Staged, ms: number): void {
  clock.moveTo(new Date(clock.now().getTime() + ms))
}

async function theNotice({ store, team }: Staged, number = 1) {
  return store.prisma.notice.findUniqueOrThrow({ where: { teamId_number: { teamId: team.id, number } } })
}

async function handedRef({ store, who }: Staged, name: string, file: string) {
  const { ref } = await store.prisma.handedFile.findFirstOrThrow({
    where: { personId: who(name).personId, name: file },
    orderBy: { at: 'desc' },
  })
  return ref
}

describe('a file that is handed to us', () => {
  it('by a lead is taken, told to nobody else, and offered to go with a notice', async () => {
    await using team = await stage()
    const heard = await team.hands('赵组长', sheet, bytes)
    expect(heard.map(({ where }) => where)).toEqual(['@赵组长'])
    const answer = heardAt(heard, '@赵组长')
    expect(answer).toContain(`收到文件 ${sheet}，还没有发给任何人。`)
    expect(answer).toContain('24 小时内可以随通知发出，之后我就删掉。')
    expect(answer).toContain(`[随通知发出] → /通知 请看文件 文件=${sheet}`)
    const english = heardAt(await team.hands('Ann', 'prices.pdf', bytes), '@Ann')
    expect(english).toContain('I have prices.pdf; nobody has got it yet.')
    expect(english).toContain('[Send it with a notice] → /notice Please read this file=prices.pdf')
  })

  it('by a rep is politely neither read nor kept, and how it would be is said', async () => {
    await using team = await stage()
    for (const given of [bytes, 'too-large', 'not-given'] as const) {
      const answer = heardAt(await team.hands('张三', '样本.pdf', given), '@张三')
      expect(answer).toContain('文件我打不开')
      expect(answer).toContain('由组长或经理在私聊里发给我')
    }
    expect(await team.store.prisma.handedFile.count({ where: { personId: team.who('张三').personId } })).toBe(0)
    expect(await kept(team)).not.toContain('样本.pdf')
  })

  it('that is too large or was not given is answered with what else works', async () => {
    await using team = await stage()
    const most = `${mostFileBytes / 1024 / 1024} MB`
    expect(heardAt(await team.hands('赵组长', '录像.mp4', 'too-large'), '@赵组长')).toBe(
      `录像.mp4 太大了，我最多收 ${most}。请放到网盘，用 /通知 …… 链接=https://… 发出去。`,
    )
    expect(heardAt(await team.hands('Ann', 'film.mp4', 'not-given'), '@Ann')).toMatch(
      /^I could not get film\.mp4; please send it once more/,
    )
  })

  it.each([
    ['../../报价\n.xlsx', '.. .. 报价.xlsx'],
    [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(60)}.pdf`],
  ])('and is called %j is %j from then on', async (given, name) => {
    await using team = await stage()
    expect(heardAt(await team.hands('赵组长', given, bytes), '@赵组长')).toContain(`收到文件 ${name}，`)
    await team.says('赵组长', `/通知 看一下 文件=${name}`)
    expect((await theNotice(team)).fileName).toBe(name)
  })
})

describe('a notice that brings a file', () => {
  it('is followed by it in the group, once, and says its name', async () => {
    await using team = await stage()
    await team.hands('赵组长', sheet, bytes)
    const heard = await team.says('赵组长', `/通知 十二月起用新价目表 文件=${sheet} 截止=周四18:00`)
    const [notice, file, ...others] = heard.filter(({ where }) => where === '#sales')
    expect(notice?.text).toContain(`文件：${sheet}`)
    expect(file?.text).toBe(`${sheet}：通知 #1 的文件；随时可取，私聊我：/通知 1 文件`)
    expect(others).toEqual([])
    const { fileRef } = await theNotice(team)
    const [said] = await team.store.prisma.delivery.findMany({
      where: { purpose: 'notices.file', teamId: team.team.id },
    })
    expect(JSON.stringify(said?.content)).toContain(`"ref":"${fileRef}"`)
  })

  it.each([
    '文件=上一个',
    '附件=刚才的',
    'file=last',
    'file=新版',
    '文件=“新版价目表.PDF”',
    '文件=新版价目表.pdf 截止=周四18:00',
  ])('names it by %s', async typed => {
    await using team = await stage()
    await team.hands('赵组长', '旧版价目表.pdf', bytes)
    goBy(team, 1000)
    await team.hands('赵组长', '新版价目表.pdf', bytes)
    await team.says('赵组长', `/通知 看价目表 ${typed}`)
    expect((await theNotice(team)).fileName).toBe('新版价目表.pdf')
  })

  it('is not posted with another file than the one that is meant', async () => {
    await using team = await stage()
    const say = async (typed: string) => heardAt(await team.says('赵组长', `/通知 看一下 ${typed}`), '@赵组长')
    await team.hands('王经理', '别人的.pdf', bytes)
    expect(await say('文件=上一个')).toContain('最近一天你没有发过文件给我，什么也没有发')
    await team.hands('赵组长', `${'长'.repeat(70)}甲.pdf`, bytes)
    await team.hands('赵组长', sheet, bytes)
    expect(await say('文件=别人的.pdf')).toContain(
      `没有“别人的.pdf”，什么也没有发。最近的一个是 ${sheet}，可以写 文件=上一个`,
    )
    expect(await say(`文件=${'长'.repeat(70)}乙.pdf`)).toContain('什么也没有发')
    expect(await say(`文件=${'0'.repeat(64)}`)).toContain('这个文件我已经删掉了')
    expect(await say('文件=““””')).toContain('什么也没有发')
    const foreign = await handedRef(team, '王经理', '别人的.pdf')
    expect(await say(`文件=${foreign}`)).toContain('这个文件我已经删掉了')
    expect(await team.store.prisma.notice.count({ where: { teamId: team.team.id } })).toBe(0)
  })

  it('takes an address for a link, and a word for none', async () => {
    await using team = await stage()
    await team.hands('赵组长', sheet, bytes)
    await team.says('赵组长', '/通知 看网盘 文件=https://drive.example/a.pdf')
    await team.says('赵组长', '/通知 不带的 文件=无')
    expect(await theNotice(team)).toMatchObject({ link: 'https://drive.example/a.pdf', fileRef: null })
    expect(await theNotice(team, 2)).toMatchObject({ link: null, fileRef: null, text: '不带的' })
  })

  it('with the same words and another file is another notice; with the same it is a slip', async () => {
    await using team = await stage()
    await team.hands('赵组长', '甲.pdf', bytes)
    await team.hands('赵组长', '乙.pdf', bytes)
    await team.says('赵组长', '/通知 请看文件 文件=甲.pdf')
    await team.says('赵组长', '/通知 请看文件 文件=乙.pdf')
    expect((await theNotice(team, 2)).fileName).toBe('乙.pdf')
    expect(heardAt(await team.says('赵组长', '/通知 请看文件 文件=乙.pdf'), '@赵组长')).toContain(
      '同样的通知刚刚发过了',
    )
  })

  it('for some alone brings it to each of them, and to nobody else', async () => {
    await using team = await stage()
    await team.hands('王经理', sheet, bytes)
    const heard = await team.says('王经理', `/通知 看一下 文件=上一个 给=张三、赵组长`)
    const got = heard.filter(({ text }) => text.startsWith(sheet)).map(({ where }) => where)
    expect(got.toSorted()).toEqual(['@张三', '@赵组长'].toSorted())
  })

  it('is copied by mail with the file in it', async () => {
    await using team = await stage()
    await team.hands('赵组长', sheet, bytes)
    const said = await inTransaction(team.store, async tx => {
      const place = { kind: 'direct' } as const
      const actor = team.who('赵组长')
      const { ctx, said } = makeContext(tx, { team: team.team, actor, place, now: team.clock.now() })
      const command = notices.commands?.find(({ name }) => name === 'notice')
      if (command?.least !== 'rep') throw new Error('notices are for members')
      await command.run(ctx, '看价目表 文件=上一个')
      return said
    })
    const mails = said.filter(({ purpose }) => purpose === 'notices.mail')
    expect(mails).toHaveLength(people.length - 1)
    for (const { content } of mails) {
      expect(content.blocks.filter(({ b }) => b === 'file')).toMatchObject([{ name: sheet }])
      expect(wordsOf(content)).toContain('看价目表')
    }
  })
})

describe('the file of a notice', () => {
  async function posted() {
    const team = await stage()
    await team.hands('王经理', sheet, bytes)
    await team.says('王经理', '/通知 看一下 文件=上一个 给=张三')
    return team
  }

  it.each(['/通知 1 文件', '/notice 1 file', '/通知 1附件', '/通知 文件 1'])('is given again by %s', async typed => {
    await using team = await posted()
    for (const name of ['张三', '王经理']) {
      const heard = await team.says(name, typed)
      expect(heard.map(({ where }) => where)).toEqual([`@${name}`])
      expect(heardAt(heard, `@${name}`)).toMatch(/^价目表 12月\.pdf/)
    }
    goBy(team, 1000)
    const openly = await team.posts('张三', typed)
    expect(heardAt(openly, '@张三')).toMatch(/^价目表 12月\.pdf/)
    expect(heardAt(openly, '#sales')).toBe('')
  })

  it('is not for somebody whom the notice is not for, nor there where it brings none', async () => {
    await using team = await posted()
    expect(heardAt(await team.says('李四', '/通知 1 文件'), '@李四')).toMatch(/^没有给你的 #1 通知/)
    await team.says('王经理', '/通知 没有文件的')
    expect(heardAt(await team.says('李四', '/通知 2 文件'), '@李四')).toBe('#2 通知没有带文件')
  })

  it('is replaced by correcting it, taken away by a word, and else stays', async () => {
    await using team = await posted()
    await team.hands('王经理', '新版.pdf', bytes)
    const heard = await team.says('王经理', '/通知 1 更正 文件=新版')
    expect(heardAt(heard, '~@张三')).toContain('文件：新版.pdf')
    expect(heardAt(heard, '@张三')).toMatch(/^新版\.pdf/)
    await team.says('王经理', '/通知 1 更正 请仔细看')
    expect(await theNotice(team)).toMatchObject({ text: '请仔细看', fileName: '新版.pdf' })
    expect(heardAt(await team.says('王经理', '/通知 1 更正 文件=没有这个'), '@王经理')).toContain('没有“没有这个”')
    await team.says('王经理', '/通知 1 更正 文件=去掉')
    expect(await theNotice(team)).toMatchObject({ fileRef: null, fileName: null })
    expect(heardAt(await team.says('张三', '/通知 1 文件'), '@张三')).toBe('#1 通知没有带文件')
  })

  it('stays where it was sent when the notice is withdrawn, which is said, and is given no more', async () => {
    await using team = await posted()
    const heard = await team.says('王经理', '/通知 1 撤回')
    expect(heardAt(heard, '@王经理')).toContain('已经发出的文件还在原处，需要的话请自己删。')
    expect(heardAt(await team.says('张三', '/通知 1 文件'), '@张三')).toBe('#1 通知已经撤回了，文件也不再给出')
  })
})

describe('the form', () => {
  async function inputs({ store, team }: Staged) {
    const [form] = await store.prisma.delivery.findMany({
      where: { purpose: 'notices.form', teamId: team.id },
      orderBy: { createdAt: 'desc' },
    })
    const text = JSON.stringify(form?.content)
    const [, initial] = /"id":"file".*?"initial":"(\w+)"/.exec(text) ?? []
    return { text, initial }
  }

  it('has a choice only of what was handed in, with the one of the button chosen', async () => {
    await using team = await stage()
    await team.presses('赵组长', 'notices.new', '')
    await team.says('赵组长', '/通知 新建')
    expect((await inputs(team)).text).not.toContain('"id":"file"')
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await team.hands('赵组长', `${n}.pdf`, bytes)
      goBy(team, 60_000)
    }
    await team.says('赵组长', '/通知 新建')
    const plain = await inputs(team)
    expect(plain.initial).toBe('none')
    expect(plain.text).toContain('"label":"6.pdf"')
    expect(plain.text).not.toContain('"label":"1.pdf"')
    const first = await handedRef(team, '赵组长', '1.pdf')
    goBy(team, 1000)
    await team.presses('赵组长', 'notices.with-file', first)
    expect((await inputs(team)).initial).toBe(first)
    await team.fills('赵组长', 'notices.new', { text: '看第一份', file: first })
    expect((await theNotice(team)).fileName).toBe('1.pdf')
    await team.fills('赵组长', 'notices.new', { text: '什么也不带', file: 'none' })
    expect((await theNotice(team, 2)).fileRef).toBeNull()
  })

  it('tells two of the same name apart by their time', async () => {
    await using team = await stage()
    await team.hands('赵组长', sheet, bytes)
    goBy(team, 5 * 60_000)
    await team.hands('赵组长', sheet, bytes)
    await team.says('赵组长', '/通知 新建')
    const { text } = await inputs(team)
    expect(text).toContain(`"label":"${sheet} · 09:05"`)
    expect(text).toContain(`"label":"${sheet} · 09:00"`)
  })

  it('says so where the file was forgotten meanwhile, and posts nothing with another', async () => {
    await using team = await stage()
    await team.hands('赵组长', '旧的.pdf', bytes)
    const old = await handedRef(team, '赵组长', '旧的.pdf')
    goBy(team, 24 * 3_600_000)
    await team.hands('赵组长', '新的.pdf', bytes)
    expect(heardAt(await team.presses('赵组长', 'notices.with-file', old), '#sales>赵组长')).toContain(
      '这个文件我已经删掉了',
    )
    const filled = await team.fills('赵组长', 'notices.new', { text: '看旧的', file: old })
    expect(heardAt(filled, '@赵组长')).toContain('这个文件我已经删掉了')
    expect(await team.store.prisma.notice.count({ where: { teamId: team.team.id } })).toBe(0)
  })

  it('is not for reps, also by the button', async () => {
    await using team = await stage()
    await team.hands('赵组长', sheet, bytes)
    const pressed = await team.presses('张三', 'notices.with-file', await handedRef(team, '赵组长', sheet))
    expect(heardAt(pressed, '#sales>张三')).toContain('组长')
  })
})

it('after a day what nobody used is forgotten, and what a notice shows is kept', async () => {
  await using team = await openAlone(people)
  await team.hands('赵组长', '用上的.pdf', bytes)
  goBy(team, 1000)
  await team.hands('赵组长', '没用上的.pdf', bytes)
  await team.says('赵组长', '/通知 看一下 文件=用上的')
  await team.until('2026-11-24 04:00')
  expect(await kept(team)).toEqual(['没用上的.pdf', '用上的.pdf'].toSorted())
  await team.until('2026-11-25 04:00')
  expect(await kept(team)).toEqual(['用上的.pdf'])
  expect(await team.store.prisma.handedFile.count()).toBe(0)
  expect(heardAt(await team.says('赵组长', '/通知 再看 文件=用上的'), '@赵组长')).toContain('最近一天你没有发过文件')
  expect(heardAt(await team.says('张三', '/通知 1 文件'), '@张三')).toMatch(/^用上的\.pdf/)
})

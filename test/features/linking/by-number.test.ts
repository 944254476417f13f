import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { codeIn, shareTwoPlatforms, type TwoPlatforms, textsOf } from './stage.ts'

let world: TwoPlatforms
let store: Store
let n = 0
shareTwoPlatforms(opened => {
  ;({ world, store } = opened)
})

/** A team with a group on each platform; Zhang is in it on both under names that nobody can guess from each other. */
async function scene() {
  const id = `${100 + ++n}`
  const mobile = `13800000${id}`
  const [sales, wecom] = [`sales${id}`, `wecom${id}`]
  const wang = world.account('slack', `W${id}`, `王${id}`)
  const wangThere = world.account('wecom', `wang${id}`, `王总${id}`)
  const zhang = world.account('slack', `Z${id}`, 'Mina', { mobile: `86${mobile}` })
  const facts = { mobile: `86${mobile}`, department: '华东销售部' }
  const zhangThere = world.account('wecom', `zhang${id}`, '赵敏', facts)
  await wang.says(sales, `/setup 销售${id}`)
  await wangThere.tells(`/link ${codeIn(await wang.tells('/link'))}`)
  await wangThere.says(wecom, `/bind ${codeIn(await wang.says(sales, '/bind'), '绑定')}`)
  await zhang.says(sales, '/加入')
  await zhangThere.says(wecom, '/加入')
  const areOne = async () => (await zhang.personId()) === (await zhangThere.personId())
  const account = (platform: string, accountId: string) =>
    store.prisma.account.findUniqueOrThrow({ where: { platform_accountId: { platform, accountId } } })
  return { id, mobile, sales, wecom, wang, wangThere, zhang, zhangThere, areOne, account }
}

/** What may be typed to say yes, as the question tells. */
function offer(asked: string): string {
  const offered = /\/member link .* confirm/.exec(asked)?.[0]
  if (offered === undefined) throw new Error(`nothing to type in ${asked}`)
  return offered
}

describe('/member link with a mobile number', () => {
  test('asks whether the two who have it are one, by their names and departments, and never says the number', async () => {
    const { mobile, sales, wang, areOne } = await scene()
    const asked = textsOf(await wang.says(sales, `/成员 关联 ${mobile}`))
    expect(asked).toContain('Slack · Mina')
    expect(asked).toContain('企业微信 · 赵敏（华东销售部）')
    expect(asked).not.toContain(mobile.slice(3))
    expect(await areOne()).toBe(false)
    const done = textsOf(await wang.says(sales, offer(asked)))
    expect(done).toContain('现在是同一个人')
    expect(done).not.toContain(mobile.slice(3))
    expect(await areOne()).toBe(true)
  })

  test('takes a name and the number, written in any way, and the button', async () => {
    const { mobile, sales, wang, zhang, zhangThere, areOne } = await scene()
    const written = `+86 ${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}`
    expect(textsOf(await wang.says(sales, `/成员 关联 Mina = ${written}`))).toContain('赵敏（华东销售部）')
    await wang.presses('linking.link-members', `${await zhang.personId()} ${await zhangThere.personId()}`)
    expect(await areOne()).toBe(true)
  })

  test('asks even whoever confirms at once: only the question shows whom a number means', async () => {
    const { mobile, sales, wang, areOne } = await scene()
    expect(textsOf(await wang.says(sales, `/成员 关联 ${mobile} 确认`))).toContain('是同一个人吗')
    expect(await areOne()).toBe(false)
  })

  test('says in a group that reads along neither the number nor whose it is', async () => {
    const { id, mobile, wecom, wangThere } = await scene()
    const told = await wangThere.says(wecom, `/成员 关联 ${mobile}`)
    const openly = textsOf(told.filter(({ where }) => where === `wecom#${wecom}`))
    for (const secret of [mobile.slice(3), 'Mina', '赵敏', '华东']) expect(openly).not.toContain(secret)
    expect(textsOf(told)).not.toContain(mobile.slice(3))
    await world.account('wecom', `zhang${id}`, '赵敏', { mobile: null }).says(wecom, '/计划 拜访1')
    const refused = textsOf(await wangThere.says(wecom, `/成员 关联 ${mobile}`))
    for (const secret of [mobile.slice(3), 'Mina', '赵敏']) expect(refused).not.toContain(secret)
  })

  test.each([
    ['zh', '没有人用尾号 7777', '只有一个人用', '不止两个人'],
    ['en', 'Nobody here has the number ending in 7777', 'Only one person', 'More people than two'],
  ] as const)(
    'that nobody, one or three have says so, and what to type instead (%s)',
    async (lang, nobody, one, many) => {
      const { id, mobile, sales, wecom, wang, areOne } = await scene()
      const admin = world.account('slack', `W${id}`, `王${id}`, { lang })
      await admin.says(sales, `/settings lang ${lang}`)
      const say = async (typed: string) => textsOf(await admin.says(sales, `/member link ${typed}`))
      const how = { zh: '/成员 关联 李雷@钉钉 李雷@Slack', en: '/member link Li@Slack Li@WeCom' }[lang]
      expect(await say('18677777777')).toContain(nobody)
      expect(await say('18677777777')).toContain(how)
      expect(await say(`Mina ${mobile}`)).toContain('赵敏')
      await world.account('wecom', `more${id}`, `小${id}`, { mobile: `86${mobile}` }).says(wecom, '/加入')
      for (const typed of [mobile, `王${id} ${mobile}`]) {
        expect(await say(typed)).toContain(many)
        expect(await say(typed)).toContain(how)
      }
      await world.account('slack', `only${id}`, `单${id}`, { mobile: `8613911111${id}` }).says(sales, '/加入')
      expect(await say(`13911111${id}`)).toContain(one)
      expect(await say(`13911111${id}`)).toContain(how)
      expect(await areOne()).toBe(false)
      expect(textsOf(await wang.says(sales, '/member'))).not.toContain(mobile)
    },
  )

  test('does not ask of two on one platform what would be refused anyway', async () => {
    const { sales, wang, wecom, id } = await scene()
    const mobile = `13922222${id}`
    for (const name of ['甲', '乙'])
      await world.account('wecom', `${name}${id}`, `${name}${id}`, { mobile: `86${mobile}` }).says(wecom, '/加入')
    expect(textsOf(await wang.says(sales, `/成员 关联 ${mobile}`))).toContain('不能关联')
  })

  test('refuses whom the admin may not link without naming whose the number is', async () => {
    const { id, mobile, sales, wang, zhangThere, areOne } = await scene()
    await zhangThere.says(`own${id}`, `/setup 自己的队${id}`)
    const refused = textsOf(await wang.says(sales, `/成员 关联 ${mobile}`))
    expect(refused).toContain('其中一位还在你不管理的团队里')
    for (const secret of [mobile.slice(3), 'Mina', '赵敏']) expect(refused).not.toContain(secret)
    expect(await areOne()).toBe(false)
  })

  test('is for admins', async () => {
    const { mobile, sales, zhang } = await scene()
    expect(textsOf(await zhang.says(sales, `/成员 关联 ${mobile}`))).toContain('管理员')
  })
})

describe('what a platform tells of an account', () => {
  test('follows the platform, and stays while nothing is told', async () => {
    const { id, mobile, wecom, account } = await scene()
    const now = (facts: object) => world.account('wecom', `zhang${id}`, '赵敏', facts).says(wecom, '/计划 拜访1')
    await now({})
    expect(await account('wecom', `zhang${id}`)).toMatchObject({ mobile: `86${mobile}`, department: '华东销售部' })
    await now({ mobile: '8613900000000', department: '华南销售部' })
    expect(await account('wecom', `zhang${id}`)).toMatchObject({ mobile: '8613900000000', department: '华南销售部' })
    await now({ mobile: null })
    expect(await account('wecom', `zhang${id}`)).toMatchObject({ mobile: null, department: '华南销售部' })
  })

  test('is in nothing that is left of what was heard or said', async () => {
    const { mobile, sales, wang } = await scene()
    const asked = textsOf(await wang.says(sales, `/成员 关联 Mina ${mobile}`))
    await wang.says(sales, offer(asked))
    const tables = await store.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await store.query(`SELECT 1 FROM "${name}" AS t WHERE t::text LIKE $1`, [`%${mobile}%`])
      if (rows.length > 0) found.push(name)
    }
    expect(found).toEqual(['Account'])
  })
})

describe('namesakes', () => {
  test('are told apart by platform and department, and may be named by them', async () => {
    const { id, sales, wecom, wang } = await scene()
    const li = (accountId: string, department: string) =>
      world.account('wecom', `${accountId}${id}`, '李雷', { department })
    const [east, south] = [li('east', '华东销售部'), li('south', '华南销售部')]
    await east.says(wecom, '/加入')
    await south.says(wecom, '/加入')
    const here = world.account('slack', `L${id}`, 'Leo')
    await here.says(sales, '/加入')
    const asked = textsOf(await wang.says(sales, '/成员 关联 Leo = 李雷'))
    for (const department of ['华东销售部', '华南销售部']) expect(asked).toContain(`李雷（企业微信 · ${department}）`)
    await wang.says(sales, '/成员 关联 Leo 李雷@华南销售部 confirm')
    expect(await here.personId()).toBe(await south.personId())
    expect(await here.personId()).not.toBe(await east.personId())
  })
})

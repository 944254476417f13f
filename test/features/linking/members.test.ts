import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../../src/features/linking/candidates.ts'
import { namesFor, readTwo } from '../../../src/features/linking/two-members.ts'
import type { Store } from '../../../src/store/store.ts'
import { codeIn, shareTwoPlatforms, type TwoPlatforms, textsOf } from './stage.ts'

let world: TwoPlatforms
let store: Store
let n = 0
shareTwoPlatforms(opened => {
  ;({ world, store } = opened)
})

/** A team with a group on each platform; 李雷 is in it on both, as two members of one name. */
async function scene() {
  const id = ++n
  const [sales, wecom] = [`sales${id}`, `wecom${id}`]
  const wang = world.account('slack', `W${id}`, `王${id}`)
  const wangThere = world.account('wecom', `wang${id}`, `王总${id}`)
  const li = world.account('slack', `L${id}`, `李雷`)
  const liThere = world.account('wecom', `li${id}`, `李雷`)
  await wang.says(sales, `/setup 销售${id}`)
  await wangThere.tells(`/link ${codeIn(await wang.tells('/link'))}`)
  await wangThere.says(wecom, `/bind ${codeIn(await wang.says(sales, '/bind'), '绑定')}`)
  await li.says(sales, '/加入')
  await liThere.says(wecom, '/加入')
  return { id, sales, wecom, wang, wangThere, li, liThere }
}

describe('/member link', () => {
  test('makes one of two members who go by one name, once the admin has seen who they are', async () => {
    const { id, sales, wang, li, liThere } = await scene()
    const asked = textsOf(await wang.says(sales, '/成员 关联 李雷'))
    expect(asked).toContain('Slack · 李雷')
    expect(asked).toContain('企业微信 · 李雷')
    expect(await li.personId()).not.toBe(await liThere.personId())
    const told = await wang.says(sales, '/member link 李雷 confirm')
    expect(textsOf(told)).toContain('现在是同一个人')
    expect(textsOf(told)).toContain(`王${id} 把你的账号关联在一起了`)
    expect(await li.personId()).toBe(await liThere.personId())
    expect(await store.prisma.member.count({ where: { team: { name: `销售${id}` } } })).toBe(2)
  })

  test('takes the button, and the platform after a name', async () => {
    const { sales, wang, li, liThere } = await scene()
    await wang.says(sales, '/member link 李雷@Slack 李雷@企业微信')
    await wang.presses('linking.link-members', `${await li.personId()} ${await liThere.personId()}`)
    expect(await li.personId()).toBe(await liThere.personId())
  })

  test('is for admins, of everybody whom it is about', async () => {
    const { id, sales, wang, li, liThere } = await scene()
    expect(textsOf(await li.says(sales, '/member link 李雷'))).toContain('管理员')
    await liThere.says(`own${id}`, `/setup 自己的队${id}`)
    expect(textsOf(await wang.says(sales, '/member link 李雷 confirm'))).toContain('不能由你来关联')
    expect(
      textsOf(await wang.presses('linking.link-members', `${await li.personId()} ${await liThere.personId()}`)),
    ).toContain('不能由你来关联')
    expect(await li.personId()).not.toBe(await liThere.personId())
  })

  test('leaves it to the person which of two answers of one round holds', async () => {
    const { sales, wecom, wang, li, liThere } = await scene()
    await world.goTo('2026-11-20T18:00:00+08:00')
    await li.says(sales, '/日报 拜访2')
    await liThere.says(wecom, '/日报 拜访3')
    expect(textsOf(await wang.says(sales, '/member link 李雷 confirm'))).toContain('只有本人知道')
    expect(await li.personId()).not.toBe(await liThere.personId())
  })

  test('shows a member as before where no two names follow', async () => {
    const { id, sales, wang } = await scene()
    expect(textsOf(await wang.says(sales, `/member 王${id}`))).toContain('管理员')
    expect(textsOf(await wang.says(sales, '/member link'))).toContain('请写两个名字')
    expect(textsOf(await wang.says(sales, `/member link 王${id} 没有人`))).toContain('没有人')
    expect(textsOf(await wang.says(sales, `/member link 王${id} 王${id}`))).toContain('已经是关联好的')
  })
})

describe('two names in one text', () => {
  const person = (personId: string, name: string, ...aliases: string[]): Candidate => ({
    ...{ personId, name, aliases, accounts: [] },
  })
  const all = [person('a', 'Li Lei'), person('b', '李雷'), person('c', 'Han Mei', '小韩'), person('d', 'Li Lei Ming')]

  test.each([
    ['Li Lei 李雷', 'a b'],
    ['李雷 Li Lei', 'b a'],
    ['Li Lei, Han Mei', 'a c'],
    ['Han Mei Li Lei Ming', 'c d'],
    ['Ｌｉ　Ｌｅｉ＝小韩', 'a c'],
    ['李雷 和 小韩', 'b c'],
  ])('%s', (text, ids) => {
    const meant = readTwo(all, text)
    expect(meant.kind === 'two' && `${meant.one.personId} ${meant.other.personId}`).toBe(ids)
  })

  test.each([
    ['', 'unreadable'],
    ['李雷', 'unreadable'],
    ['李雷 李雷', 'same'],
    ['李雷 张三', 'unclear'],
  ])('%s is %s', (text, kind) => {
    expect(readTwo(all, text).kind).toBe(kind)
  })
})

describe('a mobile number in the place of a name', () => {
  const on = (platform: string, mobile: string | null = null) => ({ platform, department: null, mobile })
  const person = (personId: string, name: string, ...accounts: Candidate['accounts']): Candidate => ({
    ...{ personId, name, accounts, aliases: accounts.map(({ platform }) => `${name}@${platform}`) },
  })
  const [one, three, linked] = ['8613800000001', '8613800000003', '8613800000004']
  const all = [
    person('a', '张敏', on('dingtalk')),
    person('b', 'Min Zhang', on('slack', one)),
    person('c', '李雷', on('dingtalk', '14155550100')),
    person('d', '李雷', on('slack', '14155550100')),
    ...['e', 'f', 'g'].map(id => person(id, `总机${id}`, on(id, three))),
    person('h', '韩梅梅', on('dingtalk', linked), on('slack', linked)),
  ]

  test.each([
    ['张敏 13800000001', 'a b'],
    ['13800000001 张敏', 'b a'],
    ['张敏 +86 138-0000-0001', 'a b'],
    ['张敏 ＝ １３８０００００００１', 'a b'],
    ['张敏, 0086 138 0000 0001', 'a b'],
    ['Min Zhang 138 0000 0001 = 张敏', null],
    ['+1 (415) 555-0100', 'c d'],
    ['李雷@slack +1 415 555 0100', 'd c'],
    ['李雷 13800000001', null],
    ['13800000001 13800000004', 'b h'],
  ])('%s means %s', (text, ids) => {
    const meant = readTwo(all, text)
    expect(meant.kind === 'two' ? `${meant.one.personId} ${meant.other.personId}` : null).toBe(ids)
    if (meant.kind === 'two') expect(meant.byNumber).toBe(true)
  })

  test('and the name of one of two namesakes who has it means both', () => {
    const namesakes = [person('a', '李雷', on('dingtalk', one)), person('b', '李雷', on('slack'))]
    expect(readTwo(namesakes, '李雷 13800000001')).toMatchObject({ kind: 'two' })
  })

  test('tells by no list of the others whose it is', () => {
    const lis = [person('a', '李雷', on('x', one)), person('b', '李雷', on('y')), person('c', '李雷', on('z'))]
    expect(readTwo(lis, '李雷 13800000001')).toMatchObject({ kind: 'unclear', found: { members: lis } })
  })

  test.each([
    ['13800000009', 'nobody', '0009'],
    ['张敏 138 0000 0009', 'nobody', '0009'],
    ['13800000001', 'one', '0001'],
    ['Min Zhang 13800000001', 'one', '0001'],
    ['13800000004', 'one', '0004'],
    ['13800000003', 'many', '0003'],
    ['张敏 13800000003', 'many', '0003'],
    ['总机e 13800000003', 'many', '0003'],
    ['13800000001 13800000009', 'nobody', '0009'],
  ])('%s: %s has it', (text, holders, tail) => {
    expect(readTwo(all, text)).toEqual({ kind: 'number', holders, tail })
  })

  test('is never found by a part of it, and brings nobody near', () => {
    for (const text of ['张敏 1380000000', '张敏 138000000011', '1380000000', '张敏 86138000000'])
      expect(JSON.stringify(readTwo(all, text))).not.toContain('Min')
  })

  test('may be the id of an account, and is said neither then', () => {
    const [zhang, ...lis] = [person('a', '张敏'), person('b', '李雷'), person('c', '李雷')]
    const withId = [zhang, ...lis.map((li, n) => ({ ...li, aliases: [`1390000000${n}`] }))] as const
    const [first, second] = withId
    expect(readTwo(withId, '张敏 13900000000')).toMatchObject({ kind: 'two', other: { personId: 'b' } })
    expect(second && namesFor(withId, first, second)).toBe('a = b')
  })

  test('is needed no more: whoever two are, there are names or ids that mean these two, and no number', () => {
    const name = fc.constantFrom('李雷', 'Li Lei', 'Tom and Jerry', 'A+B', '=', '13800000001', 'Li')
    const some = fc.uniqueArray(
      fc.record({
        ...{ personId: fc.uuid(), name, aliases: fc.array(name, { maxLength: 2 }) },
        accounts: fc.constant([on('slack', one)]),
      }),
      { minLength: 2, maxLength: 5, selector: ({ personId }) => personId },
    )
    fc.assert(
      fc.property(some, people => {
        const [first, second] = people
        if (!first || !second) return false
        const names = namesFor(people, first, second)
        const meant = readTwo(people, names)
        return meant.kind === 'two' && meant.one === first && meant.other === second && !meant.byNumber
      }),
    )
  })
})

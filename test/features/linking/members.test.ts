import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Candidate, readTwo } from '../../../src/features/linking/two-members.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { codeIn, openTwoPlatforms, type Told, type TwoPlatforms } from './stage.ts'

let database: TemporaryDatabase
let world: TwoPlatforms
let n = 0

beforeAll(async () => {
  database = await temporaryStore()
  world = await openTwoPlatforms(database.store)
})
afterAll(async () => {
  await world.app.stop()
  await database.close()
})

const texts = (told: readonly Told[]) => told.map(({ text }) => text).join('\n')

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
    const asked = texts(await wang.says(sales, '/成员 关联 李雷'))
    expect(asked).toContain('Slack · 李雷')
    expect(asked).toContain('企业微信 · 李雷')
    expect(await li.personId()).not.toBe(await liThere.personId())
    const told = await wang.says(sales, '/member link 李雷 confirm')
    expect(texts(told)).toContain('现在是同一个人')
    expect(texts(told)).toContain(`王${id} 把你的账号关联在一起了`)
    expect(await li.personId()).toBe(await liThere.personId())
    expect(await database.store.prisma.member.count({ where: { team: { name: `销售${id}` } } })).toBe(2)
  })

  test('takes the button, and the platform after a name', async () => {
    const { sales, wang, li, liThere } = await scene()
    await wang.says(sales, '/member link 李雷@Slack 李雷@企业微信')
    await wang.presses('linking.link-members', `${await li.personId()} ${await liThere.personId()}`)
    expect(await li.personId()).toBe(await liThere.personId())
  })

  test('is for admins, of everybody whom it is about', async () => {
    const { id, sales, wang, li, liThere } = await scene()
    expect(texts(await li.says(sales, '/member link 李雷'))).toContain('管理员')
    await liThere.says(`own${id}`, `/setup 自己的队${id}`)
    expect(texts(await wang.says(sales, '/member link 李雷 confirm'))).toContain('不能由你来关联')
    expect(
      texts(await wang.presses('linking.link-members', `${await li.personId()} ${await liThere.personId()}`)),
    ).toContain('不能由你来关联')
    expect(await li.personId()).not.toBe(await liThere.personId())
  })

  test('leaves it to the person which of two answers of one round holds', async () => {
    const { sales, wecom, wang, li, liThere } = await scene()
    await world.goTo('2026-11-20T18:00:00+08:00')
    await li.says(sales, '/日报 拜访2')
    await liThere.says(wecom, '/日报 拜访3')
    expect(texts(await wang.says(sales, '/member link 李雷 confirm'))).toContain('只有本人知道')
    expect(await li.personId()).not.toBe(await liThere.personId())
  })

  test('shows a member as before where no two names follow', async () => {
    const { id, sales, wang } = await scene()
    expect(texts(await wang.says(sales, `/member 王${id}`))).toContain('管理员')
    expect(texts(await wang.says(sales, '/member link'))).toContain('请写两个名字')
    expect(texts(await wang.says(sales, `/member link 王${id} 没有人`))).toContain('没有人')
    expect(texts(await wang.says(sales, `/member link 王${id} 王${id}`))).toContain('已经是关联好的')
  })
})

describe('two names in one text', () => {
  const person = (personId: string, name: string, ...aliases: string[]): Candidate => ({ personId, name, aliases })
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

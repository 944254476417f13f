import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

let stage: HouseInSlack
beforeAll(async () => {
  stage = await houseInSlack()
})
afterAll(() => stage[Symbol.asyncDispose]())

it('has written a message down before it acknowledges it, a mention and its message as one', async () => {
  const { slack } = stage
  const before = await stage.written()
  const { deliveries } = await slack.says('ULI', 'CSALES', `<@${slack.bot.userId}> report visits 4`)
  expect(deliveries.map(({ acked }) => acked)).toEqual([true, true])
  expect(await stage.written()).toBe(before + 1)
  await stage.settle()
  expect(await stage.reportOf()).toMatchObject({ values: { visits: 4 } })
})

it('learns who spoke afterwards, and knows them from then on', async () => {
  const { slack } = stage
  await slack.addUser({ id: 'UHAN', name: 'Han Mei', locale: 'zh-CN' })
  await slack.invite('CSALES', 'UHAN')
  await slack.says('UHAN', 'CSALES', 'good morning')
  await stage.settle()
  expect(stage.directory.person('UHAN')).toMatchObject({ name: 'Han Mei', lang: 'zh' })
})

it('lets pass in silence what is not for it', async () => {
  const before = await stage.written()
  const event = { type: 'pin_added', user: 'ULI', channel_id: 'CSALES' }
  const { status } = await stage.sends('event', stage.slack.eventBody(event))
  expect(status).toBe(200)
  expect(await stage.written()).toBe(before)
  expect(stage.lines().filter(line => !line.includes('"level":20'))).toEqual([])
})

it('says in the log when the workspace put it out', async () => {
  const { status } = await stage.sends('event', stage.slack.eventBody({ type: 'app_uninstalled' }))
  expect(status).toBe(200)
  expect(stage.lines().some(line => line.includes('"level":50') && line.includes('uninstalled'))).toBe(true)
})

it('does not acknowledge what could not be written down', async () => {
  await using down = await houseInSlack({
    between: house => ({ ...house, intake: () => Promise.reject(new Error('the database is down')) }),
  })
  const event = { type: 'message', channel: 'CSALES', channel_type: 'channel', user: 'ULI', text: 'hi', ts: '1.000100' }
  const { status } = await down.sends('event', down.slack.eventBody(event))
  expect(status).toBe(503)
})

const memberNames = async ({ store }: HouseInSlack) =>
  (await store.prisma.member.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)

it('takes neither a guest nor a bot for a colleague when they come in', async () => {
  const { slack } = stage
  await slack.addUser({ id: 'UGUEST', name: 'Guest', isRestricted: true })
  await slack.addUser({ id: 'UROBOT', name: 'Robot', isBot: true })
  await stage.settle()
  for (const user of ['UGUEST', 'UROBOT']) {
    stage.directory.forget(user)
    await slack.invite('CSALES', user)
  }
  await stage.settle()
  expect((await memberNames(stage)).filter(name => ['Guest', 'Robot'].includes(name))).toEqual([])
})

it('takes a colleague into the team who came in, however late Slack says that it is one', async () => {
  await using late = await houseInSlack()
  await late.slack.addUser({ id: 'UHAN', name: 'Han Mei' })
  await late.settle()
  late.directory.forget('UHAN')
  late.slack.failNext('users.info', { status: 503 }, 2)
  const { acked } = await late.slack.invite('CSALES', 'UHAN')
  expect([acked, await memberNames(late)]).toEqual([true, ['Li Lei', 'Wang']])
  await late.settle()
  expect(await memberNames(late)).toEqual(['Han Mei', 'Li Lei', 'Wang'])
})

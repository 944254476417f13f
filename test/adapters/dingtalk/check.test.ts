import { describe, expect, it } from 'vitest'
import { createClient } from '../../../adapters/dingtalk/client.ts'
import { checkDingTalk } from '../../../adapters/dingtalk/setup/check.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { openSending } from './sending.ts'

type Options = Parameters<typeof openSending>[0]

async function check(
  options: Options = {},
  prepare: (scene: Awaited<ReturnType<typeof openSending>>) => unknown = () => 0,
) {
  const scene = await openSending(options)
  await prepare(scene)
  return { ...scene, found: await checkDingTalk(scene) }
}

const worst = (found: readonly Check[]) => found.filter(({ level }) => level !== 'ok')

describe('doctor about DingTalk', () => {
  it('finds nothing where all is set up, says nothing to anybody, and costs one call', async () => {
    const { found, dingtalk } = await check()
    expect(worst(found)).toEqual([])
    expect(found.map(({ said }) => said.en).join('\n')).toMatch(/may sign in.*may send.*without cards.*cannot do/s)
    expect(found.map(({ said }) => said.zh).join('\n')).toMatch(/凭证有效.*可以发消息.*没有卡片.*做不到/s)
    expect(dingtalk.usedCalls).toBe(1)
  })

  it('finds a wrong secret, and nothing after it can be known', async () => {
    const { settings, quota, clock } = await openSending()
    const client = createClient({ settings: { ...settings, clientSecret: 'not the secret' }, quota, clock })
    const [first, second] = await checkDingTalk({ settings, client, quota })
    expect(first).toMatchObject({ level: 'fault', todo: { zh: expect.stringContaining('Client Secret') } })
    expect(first?.said.en).toContain('DINGTALK_CLIENT_SECRET')
    expect(second?.said.en).toContain('metered calls')
    expect(JSON.stringify(first)).not.toContain('not the secret')
  })

  it.each([
    [['qyapi_get_department_list'], 'fault', 'qyapi_robot_sendmsg'],
    [['qyapi_robot_sendmsg'], 'warning', 'qyapi_get_department_list'],
  ])('granted only %j: the missing permission is named', async (permissions, level, missing) => {
    const { found } = await check({ permissions })
    expect(worst(found)).toMatchObject([{ level }])
    for (const lang of ['zh', 'en'] as const) expect(JSON.stringify(worst(found)[0]?.todo?.[lang])).toContain(missing)
  })

  it('finds a robot that is another, and a DingTalk that does not answer', async () => {
    const scene = await openSending()
    const other = { ...scene.settings, robotCode: 'dingother' }
    const found = await checkDingTalk({ ...scene, settings: other })
    expect(worst(found)).toMatchObject([
      { level: 'fault', todo: { en: expect.stringContaining('DINGTALK_ROBOT_CODE') } },
    ])
    scene.dingtalk.takeUnexpected()
    await scene.dingtalk.close()
    expect(worst(await checkDingTalk(scene))).toMatchObject([
      { level: 'fault', todo: { en: expect.stringContaining('DINGTALK_API_URL') } },
    ])
  })

  it('tells what is used of the month and what it comes to', async () => {
    const figures = async (calls: number) => {
      const { found } = await check({ monthlyCalls: 5_000 }, ({ memory }) => memory.set('calls:2026-11', calls))
      return found.find(({ said }) => said.en.includes('metered calls'))
    }
    // It is 23 November, nine in the morning in China; the check itself is one more.
    expect(await figures(2_235)).toMatchObject({ level: 'ok', said: { en: expect.stringContaining('2236 of 5000') } })
    expect((await figures(2_235))?.said.zh).toContain('约 2998 次')
    expect(await figures(4_000)).toMatchObject({ level: 'warning', todo: { zh: expect.any(String) } })
    expect((await figures(4_600))?.said.zh).toContain('只用于回复')
  })

  it('tells that there are cards', async () => {
    const { found } = await check({ templateId: 'bellwether.schema' })
    expect(found.map(({ said }) => said.en).join()).toContain('with cards: buttons are pressed')
  })
})

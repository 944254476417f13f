import { describe, expect, it } from 'vitest'
import { forecast, monthAt } from '../../../adapters/dingtalk/month.ts'
import { createQuota } from '../../../adapters/dingtalk/quota.ts'
import type { Lane } from '../../../src/platform/adapter.ts'
import { createMemory } from '../parts.ts'
import { failsAs, group, openSending, outgoing, says, withLi } from './sending.ts'

const lanes: readonly Lane[] = ['reply', 'urgent', 'nudge', 'digest']

describe('the month', () => {
  it('is that of China, whatever the time zone', () => {
    expect(monthAt(new Date('2026-04-30T15:59:59Z')).name).toBe('2026-04')
    expect(monthAt(new Date('2026-04-30T16:00:00Z'))).toEqual({ name: '2026-05', gone: 0, days: 31 })
    expect(monthAt(new Date('2028-02-14T16:00:00Z'))).toEqual({ name: '2028-02', gone: 14, days: 29 })
  })

  it('is foreseen by what is gone of it, of which a first day says little', () => {
    expect(forecast(1_500, { name: '', gone: 10, days: 30 })).toBe(4_500)
    expect(forecast(40, { name: '', gone: 0.1, days: 30 })).toBe(1_200)
  })
})

describe('metered calls', () => {
  it('are counted as DingTalk counts them: what says, recalls and uploads; not who is who, nor what answers', async () => {
    const { dingtalk, client, sender, quota, hears } = await openSending()
    await client.ask('topapi/v2/user/get', { body: { userid: 'li01' } })
    const receipt = await sender.send(outgoing(says('一'), 'digest'))
    await sender.send(outgoing(says('二'), 'nudge', withLi))
    await sender.recall(receipt)
    await hears('li01', 'group')
    await sender.send(outgoing(says('三')))
    expect(dingtalk.usedCalls).toBe(3)
    expect((await quota.used()).calls).toBe(3)
  })

  it('are counted over restarts, by several processes at once, and anew each month', async () => {
    const { clock, memory, quota } = await openSending()
    const log = (await openSending()).log
    const other = createQuota({ memory, clock, log, monthlyCalls: 5_000 })
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? quota : other).spend('digest')))
    expect((await other.used()).calls).toBe(20)
    clock.moveTo(new Date('2026-11-30T16:00:00Z'))
    expect(await quota.used()).toMatchObject({ calls: 0, forecast: 0 })
  })

  it('are counted before they are made: a call of which nobody knows is one', async () => {
    const { dingtalk, sender, quota } = await openSending()
    dingtalk.failNext('/v1.0/robot/groupMessages/send', { drop: true })
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs('uncertain'))
    expect((await quota.used()).calls).toBe(1)
  })

  it('are told of once when most of them are used', async () => {
    const { quota, lines } = await openSending({ monthlyCalls: 10 })
    const told = () => lines.filter(line => line.includes('70 %')).length
    for (let n = 0; n < 6; n++) await quota.spend('digest')
    expect(told()).toBe(0)
    for (let n = 0; n < 3; n++) await quota.spend('digest')
    expect(told()).toBe(1)
  })

  it('are kept for replies and urgent matters when hardly any are left; nothing is sent then', async () => {
    const { dingtalk, memory, sender } = await openSending({ monthlyCalls: 10 })
    await memory.set('calls:2026-11', 9)
    for (const lane of lanes) {
      const sending = sender.send(outgoing(says(lane), lane))
      if (lane === 'reply' || lane === 'urgent') await sending
      else await expect(sending).rejects.toSatisfy(failsAs('forbidden'))
    }
    expect(dingtalk.messages('cidSales==').map(({ text }) => text)).toEqual(['reply', 'urgent'])
  })

  it('do not matter where somebody has just spoken: that is free', async () => {
    const { dingtalk, memory, sender, hears } = await openSending({ monthlyCalls: 10 })
    await memory.set('calls:2026-11', 10)
    await hears('li01', 'group')
    await sender.send(outgoing(says('汇总'), 'digest', group))
    expect(dingtalk.messages('cidSales==').at(-1)?.text).toBe('汇总')
    expect(dingtalk.usedCalls).toBe(0)
  })

  it('are used up when DingTalk says so, whoever used them; more that are bought count again', async () => {
    const { dingtalk, clock, memory, sender, quota, lines } = await openSending({ monthlyCalls: 20 })
    dingtalk.useCalls(20)
    await expect(sender.send(outgoing(says('汇总'), 'digest'))).rejects.toSatisfy(failsAs('forbidden'))
    await expect(sender.send(outgoing(says('回复'), 'reply'))).rejects.toSatisfy(failsAs('forbidden'))
    expect(lines.filter(line => line.includes('used up'))).toHaveLength(1)
    const asked = dingtalk.calls.length
    await expect(sender.send(outgoing(says('汇总'), 'digest'))).rejects.toSatisfy(failsAs('forbidden'))
    expect(dingtalk.calls).toHaveLength(asked)
    expect(await quota.allows('nudge')).toBe(false)
    const { log } = await openSending()
    expect(await createQuota({ memory, clock, log, monthlyCalls: 100 }).allows('nudge')).toBe(true)
  })

  it('that cannot be counted are not made now', async () => {
    const { clock, log } = await openSending()
    const broken = { ...createMemory(), add: () => Promise.reject(new Error('no database')) }
    const quota = createQuota({ memory: broken, clock, log, monthlyCalls: 10 })
    await expect(quota.spend('reply')).rejects.toSatisfy(failsAs('unavailable'))
  })
})

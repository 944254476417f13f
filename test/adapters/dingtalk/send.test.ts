import { describe, expect, it } from 'vitest'
import { mention, text } from '../../../src/content/build.ts'
import { drawn, failsAs, failureOf, group, openSending, outgoing, says, withLi } from './sending.ts'

const toLi = mention({ id: 'm-li', name: '李娜' })

describe('a message to a group', () => {
  it('that nobody waits for goes by the robot, is counted, and is recalled', async () => {
    const { dingtalk, sender, quota, paths } = await openSending()
    const receipt = await sender.send(outgoing(says('日报汇总'), 'digest'))
    expect(dingtalk.messages('cidSales==')).toMatchObject([
      { kind: 'sampleMarkdown', title: '日报汇总', text: '日报汇总', id: receipt['processQueryKey'] },
    ])
    expect((await quota.used()).calls).toBe(dingtalk.usedCalls)
    await sender.recall(receipt)
    expect(dingtalk.messages('cidSales==')).toEqual([])
    expect(paths()).toEqual(['robot/groupMessages/send', 'robot/groupMessages/recall'])
  })

  it('that answers goes where it was asked from, free of charge, and cannot be taken back', async () => {
    const { dingtalk, sender, quota, hears } = await openSending()
    await hears('li01', 'group')
    const receipt = await sender.send(outgoing(says('收到')))
    expect(dingtalk.messages('cidSales==').at(-1)).toMatchObject({ kind: 'markdown', text: '收到', fromBot: true })
    expect((await quota.used()).calls).toBe(0)
    await expect(sender.recall(receipt)).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('rings people by a session, and names them where nobody can be rung', async () => {
    const { dingtalk, sender, hears } = await openSending()
    await sender.send(outgoing(drawn(text('请 ', toLi, ' 补交')), 'nudge'))
    await hears('wang02', 'group')
    await sender.send(outgoing(drawn(text('请 ', toLi, ' 补交')), 'nudge'))
    const [named, , rung] = dingtalk.messages('cidSales==')
    expect(dingtalk.visibleText(named ?? { text: '' })).toMatchObject({ text: '请 @李娜 补交', mentions: [] })
    expect(rung).toMatchObject({ text: '请 @li01 补交', mentions: ['li01'] })
  })

  it('by a session that is over goes by the robot', async () => {
    const { dingtalk, sender, clock, hears, paths } = await openSending()
    await hears('li01', 'group')
    clock.moveTo(new Date(clock.now().getTime() + 90 * 60_000))
    await sender.send(outgoing(says('晚了')))
    expect(paths()).toEqual(['robot/groupMessages/send'])
    expect(dingtalk.messages('cidSales==').at(-1)?.text).toBe('晚了')
  })

  it.each([400001, 300001])(
    'by a session that DingTalk refuses with %i goes by the one before it, then by the robot',
    async errcode => {
      const { dingtalk, sender, hears, paths } = await openSending()
      await hears('li01', 'group')
      await hears('wang02', 'group')
      dingtalk.failNext('/robot/sendBySession', { errcode }, 2)
      await sender.send(outgoing(says('在')))
      expect(paths()).toEqual(['robot/sendBySession', 'robot/sendBySession', 'robot/groupMessages/send'])
      expect(dingtalk.messages('cidSales==').filter(({ fromBot }) => fromBot)).toHaveLength(1)
    },
  )

  it('is not whispered, for there are no whispers', async () => {
    const { sender } = await openSending()
    const whisper = { ...outgoing(says('嘘')), address: { ...group, whisperTo: 'li01' } }
    await expect(sender.send(whisper)).rejects.toSatisfy(failsAs('unreachable'))
  })
})

describe('a direct message', () => {
  it('goes by the robot unless they have just spoken, and is recalled', async () => {
    const { dingtalk, sender, hears, paths } = await openSending()
    const receipt = await sender.send(outgoing(says('提醒'), 'nudge', withLi))
    await sender.recall(receipt)
    expect(dingtalk.directMessages('li01')).toEqual([])
    await hears('li01', 'direct')
    await sender.send(outgoing(says('好的'), 'reply', withLi))
    expect(dingtalk.directMessages('li01').at(-1)).toMatchObject({ text: '好的', kind: 'markdown' })
    expect(paths()).toEqual(['robot/oToMessages/batchSend', 'robot/otoMessages/batchRecall', 'robot/sendBySession'])
  })

  it('goes to all in one call who are told the same while one is under way, and costs that one', async () => {
    const { dingtalk, sender, quota, paths } = await openSending()
    const staff = Array.from({ length: 45 }, (_, n) => `rep${n}`)
    for (const staffId of staff) void dingtalk.addPerson({ staffId, name: staffId })
    const told = staff.map(accountId =>
      sender.send({ ...outgoing(says('计划还没交'), 'nudge'), address: { kind: 'direct', accountId } }),
    )
    const receipts = await Promise.all(told)
    expect(paths()).toEqual(Array(3).fill('robot/oToMessages/batchSend'))
    expect((await quota.used()).calls).toBe(3)
    for (const staffId of staff)
      expect(dingtalk.directMessages(staffId).map(({ text }) => text)).toEqual(['计划还没交'])
    // Recalled, it would be gone for everybody.
    for (const receipt of receipts) await expect(sender.recall(receipt)).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('that is not the same, or not as urgent, goes by itself', async () => {
    const { dingtalk, sender, paths } = await openSending()
    const withWang = { kind: 'direct', accountId: 'wang02' } as const
    await Promise.all([
      sender.send(outgoing(says('一'), 'nudge', withLi)),
      sender.send({ ...outgoing(says('二'), 'nudge'), address: withWang }),
      sender.send({ ...outgoing(says('一'), 'urgent'), address: withWang }),
      sender.send(outgoing(says('一'), 'nudge', withLi)),
    ])
    expect(paths()).toEqual(Array(4).fill('robot/oToMessages/batchSend'))
    const texts = (staffId: string) => dingtalk.directMessages(staffId).map(({ text }) => text)
    expect([texts('li01'), texts('wang02').toSorted()]).toEqual([
      ['一', '一'],
      ['一', '二'],
    ])
  })

  it('tells of each what became of it where several were told at once', async () => {
    const { dingtalk, sender } = await openSending()
    for (const staffId of ['zhao', 'qian']) void dingtalk.addPerson({ staffId, name: staffId })
    void dingtalk.leaves('li01')
    dingtalk.flowControls('wang02')
    const tell = (accountId: string) =>
      sender.send({ ...outgoing(says('提醒'), 'nudge'), address: { kind: 'direct', accountId } })
    const told = await Promise.allSettled(['zhao', 'li01', 'wang02', 'qian'].map(tell))
    const kinds = told.map(one => (one.status === 'fulfilled' ? 'taken' : one.reason.kind))
    expect(kinds).toEqual(['taken', 'unreachable', 'rate-limited', 'taken'])
  })

  it('to whoever left or is not of this company cannot arrive', async () => {
    const { dingtalk, sender, paths } = await openSending()
    void dingtalk.leaves('li01')
    await expect(sender.send(outgoing(says('在吗'), 'nudge', withLi))).rejects.toSatisfy(failsAs('unreachable'))
    const outside = { ...outgoing(says('在吗')), address: { kind: 'direct', accountId: 'x:$:LWCP_v1:$o' } as const }
    await expect(sender.send(outside)).rejects.toSatisfy(failsAs('unreachable'))
    expect(paths()).toEqual(['robot/oToMessages/batchSend'])
  })

  it('that DingTalk holds back is tried again later', async () => {
    const { dingtalk, sender } = await openSending()
    dingtalk.flowControls('li01')
    const sending = sender.send(outgoing(says('提醒'), 'nudge', withLi))
    await expect(sending).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 })
    expect(dingtalk.directMessages('li01')).toEqual([])
  })
})

const send = '/v1.0/robot/groupMessages/send'

describe('what DingTalk does not take', () => {
  it.each([
    [
      'a permission that is missing',
      { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', httpStatus: 403 },
      'unauthorized',
    ],
    [
      'a second that is full',
      { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', httpStatus: 403 },
      'rate-limited',
    ],
    ['a month that is used up', { code: 'Forbidden.AccessDenied.ApiCountLimitForOrg', httpStatus: 403 }, 'forbidden'],
    ['an address that is banned', { banned: 5 }, 'rate-limited'],
    ['a message that is wrong', { code: 'param.error' }, 'rejected'],
    ['a fault that DingTalk owns up to', { code: 'ServiceUnavailable', httpStatus: 500 }, 'unavailable'],
    ['a gateway that gave up waiting', { status: 504 }, 'uncertain'],
    ['a server that fails', { status: 502 }, 'uncertain'],
    ['a proxy in between', { status: 403 }, 'unavailable'],
    ['a connection that ends without an answer', { drop: true }, 'uncertain'],
  ] as const)('%s', async (_, failure, kind) => {
    const { dingtalk, sender } = await openSending()
    dingtalk.failNext(send, failure)
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs(kind))
    expect(dingtalk.messages('cidSales==')).toEqual([])
  })

  it('a group in which the robot is not', async () => {
    const { dingtalk, sender } = await openSending()
    dingtalk.removeFromGroup('cidSales==', dingtalk.bot.dingtalkId)
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('a gateway that gave up on what was carried out: nobody knows', async () => {
    const { dingtalk, sender } = await openSending()
    dingtalk.failNext(send, { status: 504, afterEffect: true })
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs('uncertain'))
    expect(dingtalk.messages('cidSales==')).toHaveLength(1)
  })

  it('a server that says nothing leaves it uncertain, by a session too', async () => {
    const { dingtalk, sender, hears, paths } = await openSending({ answerWithinMs: 200 })
    dingtalk.failNext(send, { hang: true })
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs('uncertain'))
    await hears('li01', 'group')
    dingtalk.failNext('/robot/sendBySession', { hang: true, afterEffect: true })
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs('uncertain'))
    expect(dingtalk.messages('cidSales==').filter(({ fromBot }) => fromBot)).toHaveLength(1)
    expect(paths()).toHaveLength(2)
  })

  it.each([
    [130101, 'rate-limited'],
    [310000, 'forbidden'],
    [-1, 'unavailable'],
    [88, 'rejected'],
  ] as const)('a session that says %i with HTTP 200', async (errcode, kind) => {
    const { dingtalk, sender, hears } = await openSending()
    await hears('li01', 'group')
    dingtalk.failNext('/robot/sendBySession', { errcode, errmsg: 'session=0123456789' })
    const failed = await failureOf(sender.send(outgoing(says('hi'))))
    expect(failed).toSatisfy(failsAs(kind))
    expect(failed.message).not.toContain('session=')
    expect(dingtalk.messages('cidSales==').filter(({ fromBot }) => fromBot)).toEqual([])
  })

  it('a DingTalk that is not there', async () => {
    const { dingtalk, sender } = await openSending()
    await dingtalk.close()
    await expect(sender.send(outgoing(says('hi')))).rejects.toSatisfy(failsAs('unavailable'))
  })
})

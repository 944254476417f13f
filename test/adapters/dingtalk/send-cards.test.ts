import { describe, expect, it } from 'vitest'
import { actions, text } from '../../../src/content/build.ts'
import { drawn, failsAs, openSending, outgoing, says, withLi } from './sending.ts'

const templateId = 'bellwether.schema'
const correct = actions({ id: 'reports.correct', label: '更正', words: '/日报 更正', value: 'r1' })
if (correct === null) throw new Error('there is a button')
const pressable = drawn(text('日报已收'), correct)

describe('where there is a template', () => {
  it('what can be pressed is a card, in a group and directly', async () => {
    const { dingtalk, sender } = await openSending({ templateId })
    const receipt = await sender.send(outgoing(pressable))
    const message = outgoing(pressable, 'reply', withLi)
    expect(await sender.send(message)).toEqual({ via: 'card', outTrackId: message.key })
    const [card] = dingtalk.messages('cidSales==')
    expect(receipt).toEqual({ via: 'card', outTrackId: card?.outTrackId })
    expect(JSON.stringify(dingtalk.card(message.key)?.params)).toContain('更正')
    expect(dingtalk.directMessages('li01')).toMatchObject([{ kind: 'card', outTrackId: message.key }])
  })

  it('a digest is one and is revised in place; other messages are not cards', async () => {
    const { dingtalk, sender } = await openSending({ templateId })
    const digest = outgoing(says('已交 2'), 'digest')
    const receipt = await sender.send(digest)
    await sender.revise?.(receipt, says('已交 5'))
    expect(JSON.stringify(dingtalk.card(digest.key)?.params)).toContain('已交 5')
    const nudge = await sender.send(outgoing(says('还没交'), 'nudge'))
    expect(nudge).toMatchObject({ via: 'robot' })
    await expect(sender.revise?.(nudge, says('交了'))).rejects.toSatisfy(failsAs('unreachable'))
    await expect(sender.recall(receipt)).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('a card is found again by its key; of anything else nobody knows', async () => {
    const { sender } = await openSending({ templateId })
    const digest = outgoing(says('汇总'), 'digest')
    const receipt = await sender.send(digest)
    const since = new Date(0)
    expect(await sender.find({ ...digest, since })).toEqual(receipt)
    const kept = { handed: [], saying: true }
    expect(await sender.find({ ...digest, key: 'other:0', since, kept: { handed: [], saying: false } })).toBeNull()
    await expect(sender.find({ ...digest, key: 'other:0', since, kept })).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('calls that are running short are not spent on what a session says for nothing', async () => {
    const { dingtalk, memory, sender, hears } = await openSending({ templateId, monthlyCalls: 10 })
    await memory.set('calls:2026-11', 9)
    await hears('li01', 'group')
    await sender.send(outgoing(pressable))
    const said = dingtalk.messages('cidSales==').at(-1)
    expect(said?.kind).toBe('markdown')
    expect(said && dingtalk.visibleText(said).text).toContain('/日报 更正')
  })

  it.each([
    ['a template that is wrong', { templateId: 'other.schema' }],
    ['a permission that is missing', { templateId, permissions: ['qyapi_robot_sendmsg'] }],
  ])('%s loses nothing: it is said without a card', async (_, options) => {
    const { dingtalk, sender } = await openSending(options)
    await sender.send(outgoing(pressable))
    const [said] = dingtalk.messages('cidSales==')
    expect(said?.kind).toBe('sampleMarkdown')
    expect(said && dingtalk.visibleText(said).text).toContain('/日报 更正')
  })

  it('a card of which nobody knows is made again with its key, and is there once', async () => {
    const { dingtalk, sender } = await openSending({ templateId })
    dingtalk.failNext('/v1.0/card/instances/createAndDeliver', { status: 504, afterEffect: true })
    const message = outgoing(pressable)
    await expect(sender.send(message)).rejects.toSatisfy(failsAs('unavailable'))
    await sender.send(message)
    expect(dingtalk.messages('cidSales==')).toHaveLength(1)
  })
})

describe('where there is none', () => {
  it('nothing is a card, and nothing is revised', async () => {
    const { dingtalk, sender } = await openSending()
    await sender.send(outgoing(pressable))
    expect(dingtalk.messages('cidSales==')).toMatchObject([{ kind: 'sampleMarkdown' }])
    expect(sender.revise).toBeUndefined()
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCards } from '../../../adapters/dingtalk/cards/deliver.ts'
import { actions, content, heading, text } from '../../../src/content/build.ts'
import { readCard } from './card-reader.ts'
import { direct, filled, group, openCompany } from './cards-company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeEach(async () => {
  company = await openCompany()
})
afterEach(() => company.dingtalk.close())

const key = '0193-delivery:0'
const correct = { id: 'reports.correct', label: '改一下', words: '/日报', value: 'r1' }
const report = filled(content('zh', heading('李娜 · 日报'), text('电话 25'), actions(correct)))
const order = { address: group, params: report, atUserIds: [], key, lane: 'reply' } as const
const create = '/v1.0/card/instances/createAndDeliver'
const change = '/v1.0/card/instances'

function seen(named = key) {
  return readCard(company.dingtalk.card(named)?.params ?? {})
}

describe('a card that is delivered', () => {
  it('stands in the group under the key of its delivery', async () => {
    const { dingtalk, cards } = company
    expect(await cards.deliver(order)).toEqual({ via: 'card', outTrackId: key })
    expect(dingtalk.messages('cidSales==')).toMatchObject([{ kind: 'card', outTrackId: key, mentions: [] }])
    expect(seen()).toMatchObject({ title: '李娜 · 日报', text: '电话 25', buttons: [{ label: '改一下' }] })
  })

  it('stands in the direct chat of the person', async () => {
    const { dingtalk, cards } = company
    await cards.deliver({ ...order, address: direct })
    expect(dingtalk.directMessages('li01')).toMatchObject([{ kind: 'card', outTrackId: key }])
    expect(dingtalk.messages('cidSales==')).toEqual([])
  })

  it('rings those who are mentioned in the group', async () => {
    const { dingtalk, cards } = company
    await cards.deliver({ ...order, atUserIds: ['wang01'] })
    expect(dingtalk.messages('cidSales==')).toMatchObject([{ mentions: ['wang01'] }])
  })

  it('is one card however often its key is delivered', async () => {
    const { dingtalk, cards } = company
    await cards.deliver(order)
    expect(await cards.deliver(order)).toEqual({ via: 'card', outTrackId: key })
    expect(dingtalk.messages('cidSales==')).toHaveLength(1)
  })

  it.each([{ status: 504 }, { drop: true }] as const)(
    'may be delivered again when nobody answered (%j), and stands there once',
    async failure => {
      const { dingtalk, cards } = company
      dingtalk.failNext(create, { ...failure, afterEffect: true })
      await expect(cards.deliver(order)).rejects.toMatchObject({ kind: 'unavailable' })
      await cards.deliver(order)
      expect(dingtalk.messages('cidSales==')).toHaveLength(1)
    },
  )

  it('is found by its key, and not found when it is not there', async () => {
    const { cards } = company
    expect(await cards.find(key)).toBeNull()
    await cards.deliver(order)
    expect(await cards.find(key)).toEqual({ via: 'card', outTrackId: key })
    expect(seen()).toMatchObject({ text: '电话 25' })
  })

  it('can be said another way where the bot is not', async () => {
    const { cards } = company
    const elsewhere = { kind: 'group', channelId: 'cidElsewhere==' } as const
    await expect(cards.deliver({ ...order, address: elsewhere })).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('can be said another way when its template is not there', async () => {
    const other = await openCompany({ cardTemplates: ['another.schema'] })
    await expect(other.cards.deliver(order)).rejects.toMatchObject({ kind: 'unreachable' })
    await other.dingtalk.close()
  })

  it('can be said another way when it was made and could not be put there', async () => {
    const deliverResults = [{ success: false, errorMsg: 'spaceId is illegal' }]
    const client = { ask: async () => ({ success: true, result: { outTrackId: key, deliverResults } }) }
    const cards = createCards({ ...company, client, templateId: 'bellwether.schema' })
    await expect(cards.deliver(order)).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('waits for the operator when the permission is missing, and names it', async () => {
    const other = await openCompany({ permissions: [] })
    const refusal = { kind: 'unauthorized', message: expect.stringContaining('Card.Instance.Write') }
    await expect(other.cards.deliver(order)).rejects.toMatchObject(refusal)
    await other.dingtalk.close()
  })

  it('gives way to replies when the calls of the month run short', async () => {
    const other = await openCompany({ monthlyCalls: 10 })
    await other.memory.add(`calls:${monthNow()}`, 9)
    await expect(other.cards.deliver({ ...order, lane: 'digest' })).rejects.toMatchObject({ kind: 'forbidden' })
    await other.cards.deliver(order)
    await other.dingtalk.close()
  })
})

describe('a card that is revised', () => {
  it('says the new in place, and nothing of the old', async () => {
    const { dingtalk, cards } = company
    const long = filled(
      content('zh', heading('汇总'), text('一'.repeat(300)), text('二'.repeat(300)), actions(correct)),
    )
    const receipt = await cards.deliver({ ...order, params: long })
    await cards.revise(receipt, filled(content('zh', text('晚到 1 份'))))
    expect(seen()).toEqual({ title: '', text: '晚到 1 份', links: [], buttons: [], pressed: '' })
    expect(dingtalk.messages('cidSales==')).toHaveLength(1)
  })

  it('cannot be one that went another way', async () => {
    await expect(company.cards.revise({ via: 'session' }, report)).rejects.toMatchObject({ kind: 'unreachable' })
    expect(company.dingtalk.calls.filter(({ path }) => path === change)).toEqual([])
  })

  it('is tried again later when DingTalk is silent', async () => {
    const { dingtalk, cards } = company
    const receipt = await cards.deliver(order)
    dingtalk.failNext(change, { status: 504, afterEffect: true })
    await expect(cards.revise(receipt, report)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

/** In China, where DingTalk counts. */
function monthNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
}

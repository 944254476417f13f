import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deaf } from '../../contract/deaf-house.ts'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

const bytes = new TextEncoder().encode('%PDF-1.7 the prices of 2027')
const pdf = { name: 'prices.pdf', content: bytes }

const downloads = ({ slack }: HouseInSlack) => slack.calls.filter(({ method }) => method === 'download').length
const direct = (stage: HouseInSlack, user: string) => stage.seenBy(user, stage.slack.direct(user))

/** What the house was told of files, in its order. */
async function toldOf({ store }: HouseInSlack) {
  const rows = await store.prisma.inboundEvent.findMany({ orderBy: { receivedAt: 'asc' } })
  return rows.flatMap(({ eventId, body }) => (Object(body).kind === 'file' ? [{ eventId, ...Object(body) }] : []))
}

describe('a file in the direct chat', () => {
  let stage: HouseInSlack
  beforeAll(async () => {
    stage = await houseInSlack()
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  it('is kept before it is acknowledged, byte by byte, and a manager is offered to send it on', async () => {
    const { slack, store } = stage
    const { deliveries } = await slack.handsBot('UWANG', [pdf])
    expect(deliveries).toMatchObject([{ acked: true, attempts: 1 }])
    const [file] = await store.prisma.file.findMany({ where: { handed: true } })
    expect(file).toMatchObject({ filename: 'prices.pdf' })
    expect(Buffer.from(file?.bytes ?? [])).toEqual(Buffer.from(bytes))
    await stage.settle()
    expect(direct(stage, 'UWANG')).toEqual([expect.stringMatching(/I have prices\.pdf[\s\S]*Send it with a notice/)])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyScope } from '../../simulators/slack/settings.ts'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pdf = { name: 'prices.pdf', content: bytesOf('%PDF-1.7 the prices of 2027') }
const named = (name: string) => ({ name, content: bytesOf(name) })

const downloads = ({ slack }: HouseInSlack) => slack.calls.filter(({ method }) => method === 'download').length
const answersTo = (stage: HouseInSlack, user: string) => stage.seenBy(user, stage.slack.direct(user))
const keptIn = ({ store }: HouseInSlack) => store.prisma.file.findMany({ where: { handed: true } })
/** What was said or handed; what was learnt of people besides is not counted. */
const eventsIn = ({ store }: HouseInSlack) =>
  store.prisma.inboundEvent.count({ where: { eventId: { startsWith: 'm:' } } })

describe('a file in the direct message', () => {
  let stage: HouseInSlack
  beforeAll(async () => {
    stage = await houseInSlack()
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  /** What the bot answers to this, once all of it is done. */
  async function answered(user: string, hands: () => Promise<unknown>): Promise<readonly string[]> {
    const before = answersTo(stage, user).length
    await hands()
    await stage.settle()
    return answersTo(stage, user).slice(before)
  }

  it('is kept byte by byte before it is acknowledged, and a manager is offered to send it on', async () => {
    const { deliveries } = await stage.slack.handsBot('UWANG', [pdf])
    expect(deliveries).toMatchObject([{ acked: true, attempts: 1 }])
    const [file] = await keptIn(stage)
    expect(file).toMatchObject({ filename: 'prices.pdf' })
    expect(Buffer.from(file?.bytes ?? [])).toEqual(Buffer.from(pdf.content))
    await stage.settle()
    expect(answersTo(stage, 'UWANG')).toEqual([expect.stringMatching(/I have prices\.pdf[\s\S]*Send it with a notice/)])
  })

  it('of a message with several is answered each for itself, in their order, and the words after them', async () => {
    const text = '/notice The price lists file=north'
    const files = ['north.pdf', 'south.pdf'].map(named)
    const said = await answered('UWANG', () => stage.slack.handsBot('UWANG', files, { text }))
    expect(said).toEqual([
      expect.stringContaining('I have north.pdf'),
      expect.stringContaining('I have south.pdf'),
      expect.stringContaining('Notice 1'),
    ])
    expect(stage.seenBy('ULI', 'CSALES').join('\n')).toContain('The price lists')
  })

  it('is one of the first five; whoever sends more is asked to send the others again', async () => {
    const files = ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt', '6.txt'].map(named)
    const [before, said] = [downloads(stage), await answered('UWANG', () => stage.slack.handsBot('UWANG', files))]
    expect(said).toHaveLength(6)
    expect(downloads(stage) - before).toBe(5)
    expect(said.at(-1)).toContain('could not get 6.txt; please send it once more')
  })

  it('of somebody who posts no notices is politely not read', async () => {
    const said = await answered('ULI', () => stage.slack.handsBot('ULI', [pdf]))
    expect(said).toHaveLength(1)
    expect(said[0]).not.toContain('I have prices.pdf')
  })

  it('that is too large, or only a link, is told so and never fetched', async () => {
    const before = downloads(stage)
    const large = { ...named('film.mp4'), seenAs: { size: 20 * 1024 * 1024 + 1 } }
    const drive = { mode: 'external', is_external: true, url_private: 'https://drive.example.com/1' }
    const linked = { ...named('plan.gdoc'), seenAs: { ...drive, url_private_download: undefined } }
    const said = await answered('UWANG', () => stage.slack.handsBot('UWANG', [large, linked]))
    expect(said).toEqual([
      expect.stringContaining('film.mp4 is too large: I take 20 MB at most'),
      expect.stringContaining('could not get plan.gdoc'),
    ])
    expect(downloads(stage)).toBe(before)
  })

  it('that is gone is told so', async () => {
    stage.slack.failNext('download', { status: 404 })
    const said = await answered('UWANG', () => stage.slack.handsBot('UWANG', [pdf]))
    expect(said).toEqual([expect.stringContaining('could not get prices.pdf')])
  })

  it('is nothing in a channel, where nobody handed it to us', async () => {
    const [before, seen] = [downloads(stage), stage.seenBy('UWANG', 'CSALES').length]
    const said = await answered('UWANG', () => stage.slack.sharesFiles('UWANG', 'CSALES', [pdf], { text: 'look' }))
    expect(said).toEqual([])
    expect(stage.seenBy('UWANG', 'CSALES')).toHaveLength(seen)
    expect(downloads(stage)).toBe(before)
  })

  it('leaves nothing of it in the log', () => {
    const log = stage.lines().join('\n')
    expect(log).not.toContain(stage.slack.botToken)
    expect(log).not.toMatch(/files-pri|prices\.pdf/)
  })
})

describe('a file that takes longer than Slack waits', () => {
  it('is fetched once and answered once, though Slack sends it again', async () => {
    await using slow = await houseInSlack({ ackWithinMs: 300 })
    slow.slack.filesComeAfter(450)
    const { deliveries } = await slow.slack.handsBot('UWANG', [pdf], { text: 'help' })
    expect(deliveries).toMatchObject([{ acked: true }])
    expect(deliveries[0]?.attempts).toBeGreaterThan(1)
    expect(downloads(slow)).toBe(1)
    expect(await keptIn(slow)).toHaveLength(1)
    expect(await eventsIn(slow)).toBe(2)
    await slow.settle()
    expect(answersTo(slow, 'UWANG').filter(words => words.includes('I have prices.pdf'))).toHaveLength(1)
    expect(answersTo(slow, 'UWANG')).toHaveLength(2)
  })

  it('is not fetched again when Slack sends what it had not seen acknowledged', async () => {
    await using stage = await houseInSlack()
    const { slack } = stage
    const { ts } = await slack.handsBot('UWANG', [pdf])
    const [file] = slack.directMessages('UWANG')[0]?.files ?? []
    const address = new URL(`/files-pri/${slack.teamId}-${file?.id}/prices.pdf`, slack.apiUrl).href
    const shared = { id: file?.id, name: 'prices.pdf', mode: 'hosted', url_private: address }
    const place = { channel: slack.direct('UWANG'), channel_type: 'im', user: 'UWANG', ts }
    const again = slack.eventBody({ type: 'message', subtype: 'file_share', text: '', ...place, files: [shared] })
    expect((await stage.sends('event', again)).status).toBe(200)
    expect(downloads(stage)).toBe(1)
    expect(await eventsIn(stage)).toBe(1)
  })
})

describe('a file that could not be kept', () => {
  it('is not acknowledged, and is taken when Slack sends it again', async () => {
    let isDown = true
    await using stage = await houseInSlack({
      between: house => ({
        ...house,
        keepFile: file => (isDown ? Promise.reject(new Error('the database is down')) : house.keepFile(file)),
      }),
    })
    setTimeout(() => {
      isDown = false
    }, 100)
    const { deliveries } = await stage.slack.handsBot('UWANG', [pdf])
    expect(deliveries).toMatchObject([{ acked: true }])
    expect(deliveries[0]?.attempts).toBeGreaterThan(1)
    await stage.settle()
    expect(answersTo(stage, 'UWANG')).toEqual([expect.stringContaining('I have prices.pdf')])
  })
})

describe('without the scope to read files', () => {
  it('the person is told that it did not come, and the operator what is missing', async () => {
    await using stage = await houseInSlack({ scopes: everyScope.filter(scope => scope !== 'files:read') })
    await stage.slack.handsBot('UWANG', [pdf])
    await stage.settle()
    expect(answersTo(stage, 'UWANG')).toEqual([expect.stringContaining('could not get prices.pdf')])
    expect(await keptIn(stage)).toEqual([])
    const warned = stage.lines().filter(line => line.includes('"level":40'))
    expect(warned).toEqual([expect.stringMatching(/missing_scope[\s\S]*files:read/)])
    expect(warned.join('')).not.toMatch(/prices|files-pri|xoxb/)
  })
})

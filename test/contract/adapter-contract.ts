import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { content, image, mention, type Spanlike, text } from '../../src/content/build.ts'
import type { Content } from '../../src/content/content.ts'
import { fit as fitTo } from '../../src/content/fit.ts'
import type { Adapter, Address, Receipt, SurfaceKind } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { deaf } from './deaf-house.ts'
import { doorContract } from './door-contract.ts'
import { blockSamples, drawnPictures, hostileTexts, kindsOfDrawings } from './samples.ts'

/** What the platform's side makes of a payload: the words people read, whom it notifies, where its links lead. */
export interface Reading {
  readonly text: string
  readonly mentions: readonly string[]
  readonly links: readonly string[]
}

/** A platform with a group, in which Li and Wang are, and an adapter that is connected to it. */
export interface Subject<Payload> extends AsyncDisposable {
  readonly adapter: Adapter<Payload>
  readonly group: string
  readonly li: string
  readonly wang: string
  /** The texts that this account sees in the group or in its chat with the bot, what was recalled left out. */
  seenBy(accountId: string, place: SurfaceKind): Promise<readonly string[]>
  /** The pictures that this account sees there, as the platform keeps them. */
  picturesSeenBy(accountId: string, place: SurfaceKind): Promise<readonly Uint8Array[]>
  /** The files that this account can save there. */
  filesSeenBy(accountId: string, place: SurfaceKind): Promise<readonly SeenFile[]>
  read(payload: Payload): Reading
  readonly door?: Door
}

export interface SeenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Calls of the platform to our webhook, as it makes them. */
export interface Door {
  /** What Li says in the group. The same event id is the same call, repeated. */
  message(said: { readonly text: string; readonly eventId: string }): Request
  raw(body: string): Request
  /** Requests that must be refused. */
  readonly refused: Readonly<Record<string, () => Request>>
}

export interface Descriptor<Payload> {
  readonly name: string
  /** The kinds of place that it has; both unless told. */
  readonly places?: readonly SurfaceKind[]
  make(): Promise<Subject<Payload>>
}

/** What every adapter promises, by what it declares. One file for each platform calls this. */
export function adapterContract<Payload>({ name, make, places = ['group', 'direct'] }: Descriptor<Payload>): void {
  let subject: Subject<Payload>
  let keys = 0
  beforeAll(async () => {
    subject = await make()
  })
  afterAll(() => subject[Symbol.asyncDispose]())

  const say = (...words: readonly Spanlike[]): Content => content('en', text(...words))
  const newKey = () => `contract-${keys++}:0`
  const accountOf = (id: string) => (id === 'm-li' ? { accountId: subject.li } : null)
  const draw = (it: Content, place: SurfaceKind) => subject.adapter.render(it, place, accountOf)
  const addressOf = (place: SurfaceKind): Address =>
    place === 'group' ? { kind: 'group', channelId: subject.group } : { kind: 'direct', accountId: subject.li }
  const send = (words: string, place: SurfaceKind, key = newKey(), address = addressOf(place)): Promise<Receipt> =>
    subject.adapter.send({ address, payload: draw(say(words), place), key, lane: 'reply' })
  /** As a digest, which is what is ever revised: some platforms draw it so that it can be. */
  const sendDigest = (words: string, place: SurfaceKind): Promise<Receipt> =>
    subject.adapter.send({ address: addressOf(place), payload: draw(say(words), place), key: newKey(), lane: 'digest' })
  const countSeen = async (words: string, place: SurfaceKind, account = subject.li) =>
    (await subject.seenBy(account, place)).filter(seen => seen.includes(words)).length

  describe(`${name} declares`, () => {
    it('a way in, and a verb for each capability', () => {
      const { adapter } = subject
      expect(adapter.listen ?? adapter.webhook).toBeDefined()
      for (const place of places) {
        const { revises, recalls, recallsOthers, pace, canvas } = adapter.surfaces[place]
        expect(!revises || adapter.revise !== undefined).toBe(true)
        expect(!recalls || adapter.recall !== undefined).toBe(true)
        expect(!recallsOthers || (adapter.recallSaid !== undefined && subject.door !== undefined)).toBe(true)
        expect(pace.perMinute).toBeGreaterThan(0)
        expect(canvas.limit.size).toBeGreaterThan(0)
        expect(canvas.blocks.has('text')).toBe(true)
      }
    })
  })

  describe.each(places)(`${name} in a %s chat`, place => {
    it('draws every kind of block that its canvas has, and what it has not is said in others', () => {
      const { canvas } = subject.adapter.surfaces[place]
      for (const [kind, { block, words, typed }] of Object.entries(blockSamples)) {
        const parts = fitTo(content('en', text('before'), block), canvas)
        const drawn = parts.map(part => subject.read(draw(part, place)).text).join('\n')
        for (const word of words) expect(drawn, `${kind} says ${word}`).toContain(word)
        if (typed !== undefined && !canvas.blocks.has(block.b)) expect(drawn, `${kind} names ${typed}`).toContain(typed)
      }
    })

    it.each(hostileTexts)('reads %j as these very words', words => {
      const reading = subject.read(draw(say(words), place))
      expect(reading.text).toContain(words)
      expect(reading.mentions).toEqual([])
      expect(reading.links).toEqual([])
    })

    it('mentions whom it can and only names the others', () => {
      const known = subject.read(draw(say('thanks ', mention({ id: 'm-li', name: 'Li' })), place))
      const unknown = subject.read(draw(say('thanks ', mention({ id: 'm-who', name: 'Who' })), place))
      const mentions = subject.adapter.surfaces[place].canvas.mentions === 'none' ? [] : [subject.li]
      expect(known.mentions).toEqual(mentions)
      expect(unknown).toMatchObject({ mentions: [], text: expect.stringContaining('Who') })
    })

    // One alone directly: so many at once are more than a platform takes for one person.
    it.each(place === 'group' ? kindsOfDrawings : kindsOfDrawings.slice(0, 1))(
      'shows a picture once: %s',
      async name => {
        const { adapter, li } = subject
        const before = await subject.picturesSeenBy(li, place)
        const said = content('en', text(`a picture in ${place}: ${name}`), image(name, `of ${name}`))
        await adapter.send({ address: addressOf(place), payload: draw(said, place), key: newKey(), lane: 'digest' })
        const shown = (await subject.picturesSeenBy(li, place)).slice(before.length)
        const drawn = await drawnPictures(name)
        expect(shown.map(bytes => Buffer.from(bytes).equals(drawn?.bytes ?? Buffer.of()))).toEqual([true])
      },
    )

    it('sends a file once, with words that name it', async () => {
      const { adapter, li } = subject
      expect(adapter.surfaces[place].canvas.blocks.has('file')).toBe(true)
      const before = await subject.filesSeenBy(li, place)
      const said = content('en', text(`a file in ${place}`), blockSamples.file.block)
      await adapter.send({ address: addressOf(place), payload: draw(said, place), key: newKey(), lane: 'digest' })
      const sent = (await subject.filesSeenBy(li, place)).slice(before.length)
      expect(sent.map(({ name, bytes }) => [name, [...bytes]])).toEqual([['week.xlsx', Array(64).fill(7)]])
      const seen = await subject.seenBy(li, place)
      expect(seen.filter(words => words.includes(`a file in ${place}`) && words.includes('week.xlsx'))).toHaveLength(1)
    })

    it('says a message once for its key, if it keeps keys', async () => {
      const key = newKey()
      await send(`once in ${place}`, place, key)
      if (subject.adapter.surfaces[place].idempotent) await send(`once in ${place}`, place, key)
      expect(await countSeen(`once in ${place}`, place)).toBe(1)
    })

    it('says many at once, each once', async () => {
      // With all that was said before, no more than a platform takes in a minute.
      const many = 8
      await Promise.all(Array.from({ length: many }, (_, n) => send(`many ${n}. in ${place}`, place)))
      for (let n = 0; n < many; n++) expect(await countSeen(`many ${n}. in ${place}`, place)).toBe(1)
    })

    it('revises in place', async () => {
      const { adapter } = subject
      if (!adapter.surfaces[place].revises) return
      const receipt = await sendDigest(`first in ${place}`, place)
      await adapter.revise?.(receipt, draw(say(`second in ${place}`), place))
      expect(await countSeen(`first in ${place}`, place)).toBe(0)
      expect(await countSeen(`second in ${place}`, place)).toBe(1)
    })

    it('recalls, after which there is nothing to revise', async () => {
      const { adapter } = subject
      if (!adapter.surfaces[place].recalls) return
      const receipt = await sendDigest(`wrong in ${place}`, place)
      await adapter.recall?.(receipt)
      expect(await countSeen(`wrong in ${place}`, place)).toBe(0)
      if (!adapter.surfaces[place].revises) return
      const again = adapter.revise?.(receipt, draw(say('too late'), place))
      await expect(again).rejects.toSatisfy(error => error instanceof PlatformError && error.kind === 'unreachable')
    })

    it('takes back what a person said, for everybody, and what is gone is taken back', async () => {
      const { adapter, door, wang } = subject
      if (!adapter.surfaces[place].recallsOthers || !door) return
      const hearing = { ...deaf, intake: async () => undefined }
      const [eventId, other] = [`${newKey()} said`, `${newKey()} other`]
      await adapter.webhook?.(door.message({ text: `a number in ${place}`, eventId }), hearing)
      await adapter.webhook?.(door.message({ text: `no number in ${place}`, eventId: other }), hearing)
      expect(await countSeen(`a number in ${place}`, place, wang)).toBe(1)
      const said = { address: addressOf(place), eventId }
      await adapter.recallSaid?.(said)
      await adapter.recallSaid?.(said)
      await adapter.recallSaid?.({ ...said, eventId: 'never said' })
      for (const reader of [subject.li, wang]) {
        expect(await countSeen(`a number in ${place}`, place, reader)).toBe(0)
        expect(await countSeen(`no number in ${place}`, place, reader)).toBe(1)
      }
    })

    it('draws any words without failing', () => {
      fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), words => void draw(say(words), place)))
    })
  })

  describe(`${name} keeps private`, () => {
    it('a whisper, which only its reader sees', async () => {
      if (!subject.adapter.surfaces.group.whispers) return
      await send('psst', 'group', newKey(), { kind: 'group', channelId: subject.group, whisperTo: subject.li })
      expect(await countSeen('psst', 'group')).toBe(1)
      expect(await countSeen('psst', 'group', subject.wang)).toBe(0)
    })

    it('a file in a direct chat', async () => {
      const payload = draw(content('en', blockSamples.file.block), 'direct')
      const before = await subject.filesSeenBy(subject.wang, 'group')
      await subject.adapter.send({ address: addressOf('direct'), payload, key: newKey(), lane: 'reply' })
      expect(await subject.filesSeenBy(subject.wang, 'group')).toEqual(before)
      expect(await subject.filesSeenBy(subject.wang, 'direct')).toEqual([])
    })

    it('a direct message', async () => {
      await send('for Li alone', 'direct')
      expect(await countSeen('for Li alone', 'direct')).toBe(1)
      for (const place of places) expect(await countSeen('for Li alone', place, subject.wang)).toBe(0)
    })
  })

  doorContract(name, () => subject)
}

import { afterEach, describe, expect, it, vi } from 'vitest'
import { MovableClock } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import type { Saying } from '../../src/context.ts'
import type { Adapter } from '../../src/platform/adapter.ts'
import type { PlatformId } from '../../src/platform/events.ts'
import { type Mailing, openMailing } from '../adapters/mail/mailing.ts'
import { type MailServer, openMailServer } from '../simulators/mail/index.ts'
import { openScene, says, start } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

const LI = 'li.lei@bell.example'

let closing: AsyncDisposableStack | null = null
afterEach(async () => {
  await closing?.disposeAsync()
  closing = null
})

/** The scene of the outbox with a mail server beside Slack; Li has given her address. */
async function openMailScene(address: string | null = LI) {
  const stack = new AsyncDisposableStack()
  closing = stack
  const scene = await openScene(new ScriptedAdapter().takeAll())
  await scene.store.exec('TRUNCATE "MailAddress"')
  const server: MailServer = stack.use(await openMailServer())
  const mailing: Mailing = stack.use(openMailing(server.settings))
  await scene.store.prisma.mailAddress.create({ data: { personId: scene.li, address } })
  const adapters = new Map<PlatformId, Adapter>([
    ['slack', scene.adapter],
    ['mail', mailing.adapter as Adapter<unknown>],
  ])
  const mail = `mail:${scene.li}`
  return {
    ...scene,
    server,
    mail,
    sendAll: async (changes = {}) => {
      for (const conversation of [mail, scene.direct, scene.group])
        await scene.drain(conversation, { adapters, ...changes })
    },
    mailing,
    byMail: (words: string, more: Partial<Saying> = {}) =>
      scene.write({ to: { person: scene.li, by: 'mail' }, content: says(words), ...more }),
  }
}

describe('a saying by mail', () => {
  it('goes to the address that the person has given, and by no other way', async () => {
    const scene = await openMailScene()
    await scene.byMail('the office is closed')
    await scene.sendAll()
    expect((await scene.server.next(LI)).subject).toBe('the office is closed')
    expect(scene.adapter.calls).toEqual([])
    expect(await scene.rows()).toMatchObject([{ state: 'sent', platform: 'mail', by: 'mail', personId: scene.li }])
  })

  it('stands beside the same saying in the chat, under one key', async () => {
    const scene = await openMailScene()
    const both = { key: 'notice:1', content: says('read this') }
    await scene.write({ ...both, to: { person: scene.li } })
    await scene.write({ ...both, to: { person: scene.li, by: 'mail' } })
    await scene.write({ ...both, to: { person: scene.li, by: 'mail' } })
    await scene.sendAll()
    await scene.server.next(LI)
    expect(scene.adapter.calls).toHaveLength(1)
    expect(await scene.states()).toEqual(['sent', 'sent'])
  })

  it.each([null, 'no row'] as const)('is not written for who has given none: %s', async kind => {
    const scene = await openMailScene(null)
    if (kind === 'no row') await scene.store.exec('TRUNCATE "MailAddress"')
    await scene.byMail('nobody reads this')
    expect(await scene.rows()).toEqual([])
  })

  it('goes to where the person is written to when it goes, and to nobody when they want none any more', async () => {
    const scene = await openMailScene()
    const { prisma } = scene.store
    await scene.byMail('first')
    await prisma.mailAddress.update({ where: { personId: scene.li }, data: { address: 'new@bell.example' } })
    await scene.sendAll()
    await scene.server.next('new@bell.example')
    await scene.byMail('second')
    await prisma.mailAddress.update({ where: { personId: scene.li }, data: { address: null } })
    await scene.sendAll()
    expect(await scene.states()).toEqual(['sent', 'failed'])
  })

  it('never carries what was not meant for it: what is said to the person goes to their chat, down or not', async () => {
    const scene = await openMailScene()
    await scene.write({ to: { person: scene.li }, content: says('a nudge'), lane: 'nudge' })
    await scene.sendAll({ adapters: new Map([['mail', scene.mailing.adapter]]) })
    expect(await scene.rows()).toMatchObject([{ state: 'failed', by: null }])
  })
})

describe('when the mail server is down for an hour', () => {
  it('everything else goes on, and each mail comes once when it is back', async () => {
    const scene = await openMailScene()
    await scene.server.down()
    await scene.byMail('one')
    await scene.byMail('two')
    for (let minute = 0; minute < 60; minute += 10) {
      await scene.write({ to: { person: scene.li }, content: says(`chat ${minute}`) })
      await scene.sendAll()
      scene.clock.moveTo(new Date(scene.clock.now().getTime() + 600_000))
    }
    expect(scene.adapter.calls).toHaveLength(6)
    expect((await scene.rows()).filter(({ by }) => by !== null).map(({ state }) => state)).toEqual([
      'pending',
      'pending',
    ])
    await scene.server.up()
    // The pace is in real time: a server that was just tried is not tried again at once.
    await vi.waitUntil(
      async () => {
        scene.clock.moveTo(new Date(scene.clock.now().getTime() + 600_000))
        await scene.sendAll()
        return (await scene.states()).every(state => state === 'sent')
      },
      { timeout: 20_000, interval: 100 },
    )
    const subjects = [await scene.server.next(LI), await scene.server.next(LI)].map(({ subject }) => subject)
    expect(subjects.toSorted()).toEqual(['one', 'two'])
    expect(scene.server.copies).toBe(0)
    expect(new Set(await scene.states())).toEqual(new Set(['sent']))
  })
})

describe('a mail that may have arrived', () => {
  it('is sent again with the same id, of which the mailbox makes one', async () => {
    const scene = await openMailScene()
    scene.server.will({ at: 'data', swallow: true })
    await scene.byMail('urgent')
    await scene.sendAll()
    expect(await scene.rows()).toMatchObject([{ state: 'pending', lastError: expect.stringMatching(/^uncertain: /) }])
    scene.clock.moveTo(new Date(scene.clock.now().getTime() + 60_000))
    await scene.sendAll()
    await scene.server.next(LI)
    expect([scene.server.copies, await scene.states()]).toEqual([1, ['sent']])
  })

  it('so is one over which the process was killed', async () => {
    const scene = await openMailScene()
    await scene.byMail('urgent')
    await scene.sendAll()
    // As the database stands when the server had taken it and nobody lived to write that down.
    await scene.store.exec(`UPDATE "Delivery" SET state = 'sending', receipts = NULL, platform = NULL, "sentAt" = NULL`)
    await scene.loseProcess(scene.mail)
    await scene.sendAll()
    await scene.server.next(LI)
    expect([scene.server.copies, await scene.states()]).toEqual([1, ['sent']])
  })
})

describe('the pace', () => {
  it('is the mail server’s own, over all who are written to', async () => {
    const scene = await openMailScene()
    const slow = openMailing({ ...scene.server.settings, perMinute: 2 })
    closing?.use(slow)
    const { prisma } = scene.store
    const adapters = new Map<PlatformId, Adapter>([['mail', slow.adapter as Adapter<unknown>]])
    const machine = new MovableClock({ frozenAt: start })
    const people = await Promise.all(
      ['a', 'b', 'c'].map(async name => {
        const person = { id: newId(), name, createdAt: start }
        await prisma.person.create({ data: person })
        await prisma.mailAddress.create({ data: { personId: person.id, address: `${name}@bell.example` } })
        await scene.write({ to: { person: person.id, by: 'mail' }, content: says(name) })
        return person
      }),
    )
    const sent: number[] = []
    for (let minute = 0; minute < 3; minute++) {
      for (const { id } of people) await scene.drain(`mail:${id}`, { adapters, machine })
      sent.push((await scene.states()).filter(state => state === 'sent').length)
      machine.moveTo(new Date(machine.now().getTime() + 60_000))
    }
    expect(sent).toEqual([1, 2, 3])
    for (const { name } of people) await scene.server.next(`${name}@bell.example`)
  })
})

describe('a bad address', () => {
  it('is told to the operator and tried no more, and others get theirs', async () => {
    const scene = await openMailScene()
    const wang = newId()
    const { prisma } = scene.store
    await prisma.person.create({ data: { id: wang, name: 'Wang', createdAt: scene.clock.now() } })
    await prisma.mailAddress.create({ data: { personId: wang, address: 'wang@bell.example' } })
    scene.server.refuse(LI, 550)
    await scene.byMail('to Li')
    await scene.write({ to: { person: wang, by: 'mail' }, content: says('to Wang') })
    const adapters = new Map<PlatformId, Adapter>([['mail', scene.mailing.adapter as Adapter<unknown>]])
    for (let n = 0; n < 3; n++) {
      for (const conversation of [scene.mail, `mail:${wang}`]) await scene.drain(conversation, { adapters })
      scene.clock.moveTo(new Date(scene.clock.now().getTime() + 600_000))
    }
    await scene.server.next('wang@bell.example')
    const rows = await scene.rows()
    expect(rows.map(({ state, attempts, lastError }) => [state, attempts, lastError])).toEqual([
      ['failed', 1, 'unreachable: RCPT TO: 550'],
      ['sent', 1, null],
    ])
  })

  it('only waits behind a greylist', async () => {
    const scene = await openMailScene()
    scene.server.will({ at: 'rcpt', status: 451 })
    await scene.byMail('to Li')
    await scene.sendAll()
    expect(await scene.states()).toEqual(['pending'])
    scene.clock.moveTo(new Date(scene.clock.now().getTime() + 60_000))
    await scene.sendAll()
    await scene.server.next(LI)
  })
})

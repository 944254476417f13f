import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InboundEvent } from '../../src/platform/events.ts'
import type { Door, Subject } from './adapter-contract.ts'
import { deaf } from './deaf-house.ts'

/** What every webhook promises. An adapter without one has its long connection tested in its own file. */
export function doorContract<Payload>(name: string, subjectOf: () => Subject<Payload>): void {
  /** The door, and a call through it that keeps what was taken in. */
  function enter(): { door: Door; events: InboundEvent[]; call(request: Request): Promise<Response> } | null {
    const { adapter, door } = subjectOf()
    if (!door || !adapter.webhook) return null
    const events: InboundEvent[] = []
    const intake = async (event: InboundEvent) => void events.push(event)
    return {
      door,
      events,
      call: async request => await (adapter.webhook?.(request, { ...deaf, intake }) ?? Response.error()),
    }
  }

  describe(`${name} at the door`, () => {
    it('takes in what a person says, word for word', async () => {
      const entered = enter()
      if (!entered) return
      const words = '日报 拜访2 <b>&amp; 签单1/8万 🎉'
      const response = await entered.call(entered.door.message({ text: words, eventId: 'contract-words' }))
      expect(response.ok).toBe(true)
      expect(entered.events).toMatchObject([{ body: { kind: 'message', text: words } }])
      expect(entered.events[0]?.author.accountId).toBe(subjectOf().li)
    })

    it('acknowledges only what is durable', async () => {
      const { adapter, door } = subjectOf()
      if (!door || !adapter.webhook) return
      let durable = () => {}
      const intake = () =>
        new Promise<void>(resolve => {
          durable = resolve
        })
      let acknowledged = false
      const answer = adapter
        .webhook(door.message({ text: 'wait', eventId: 'contract-durable' }), { ...deaf, intake })
        .then(response => {
          acknowledged = true
          return response
        })
      await new Promise(resolve => setTimeout(resolve, 100))
      expect(acknowledged).toBe(false)
      durable()
      expect((await answer).ok).toBe(true)
    })

    it('does not acknowledge what could not be written down', async () => {
      const { adapter, door } = subjectOf()
      if (!door || !adapter.webhook) return
      const away = new Error('the database is down')
      const intake = () => Promise.reject(away)
      const answer = adapter.webhook(door.message({ text: 'lost?', eventId: 'contract-lost' }), { ...deaf, intake })
      // A door may leave it to the web server to tell the platform so.
      const told = await answer.then(
        ({ ok }) => ok,
        (thrown: unknown) => thrown,
      )
      expect([false, away]).toContain(told)
    })

    it('gives a repeated call the same id, and acknowledges it again', async () => {
      const entered = enter()
      if (!entered) return
      for (let times = 0; times < 2; times++) {
        const response = await entered.call(entered.door.message({ text: 'twice', eventId: 'contract-twice' }))
        expect(response.ok).toBe(true)
      }
      expect(entered.events).not.toEqual([])
      expect(new Set(entered.events.map(event => event.eventId)).size).toBe(1)
      const seen = await subjectOf().seenBy(subjectOf().wang, 'group')
      expect(seen.filter(text => text === 'twice').length).toBeLessThanOrEqual(1)
    })

    it('refuses what is wrong and takes nothing in', async () => {
      const entered = enter()
      if (!entered) return
      const before = await subjectOf().seenBy(subjectOf().wang, 'group')
      for (const [fault, request] of Object.entries(entered.door.refused)) {
        const { status } = await entered.call(request())
        expect(status >= 400 && status < 500, `${fault}: ${status}`).toBe(true)
      }
      expect(entered.events).toEqual([])
      expect(await subjectOf().seenBy(subjectOf().wang, 'group')).toEqual(before)
    })

    it('survives any body', async () => {
      const entered = enter()
      if (!entered) return
      const bodies = fc.oneof(fc.json(), fc.string({ unit: 'binary' }))
      const survives = fc.asyncProperty(bodies, async body => {
        const { status } = await entered.call(entered.door.raw(body))
        expect(status).toBeLessThan(500)
      })
      await fc.assert(survives, { numRuns: 50 })
      expect(entered.events).toEqual([])
    })
  })
}

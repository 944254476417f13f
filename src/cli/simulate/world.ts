import { MovableClock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import { type Bellwether, compose } from '../../compose.ts'
import { features } from '../../features/index.ts'
import type { Store } from '../../store/store.ts'
import type { Player } from './troupe.ts'

const group = 'sales'

/** The whole house with a clock that stands still, driven through the same doors as by people. */
export interface World extends AsyncDisposable {
  readonly clock: MovableClock
  /** Resolves when the words are acknowledged, which is before anything is done about them. */
  say(who: string, text: string, eventId: string): Promise<void>
  /** Moves the time and runs everything due on the way. */
  travel(to: Date): Promise<void>
  /** Ends the process, as far as one within a process can, with whatever is waiting; another one takes over. */
  restart(): Promise<void>
}

export async function openWorld(store: Store, log: Log, start: Date, players: readonly Player[]): Promise<World> {
  const clock = new MovableClock({ frozenAt: start })
  await store.prisma.roomUser.createMany({ data: players.map(({ id, name }, position) => ({ id, name, position })) })
  await store.prisma.roomChannel.create({ data: { id: group, name: group } })
  let house = await open()

  async function open(): Promise<Bellwether> {
    const opened = compose({ store, clock, log, features, owner: 'simulation' })
    await opened.app.engine.prepare()
    return opened
  }

  return {
    clock,
    async say(who, text, eventId) {
      const body = JSON.stringify({ as: who, channel: group, text, eventId })
      const request = new Request('http://localhost/room/api/messages', { method: 'POST', body })
      const response = await house.room.webhook(request)
      if (response.status !== 202) throw new Error(`the Room refused ${text}: ${await response.text()}`)
    },
    travel: to => house.app.travel(to),
    async restart() {
      await house.app.stop()
      house = await open()
    },
    [Symbol.asyncDispose]: () => house.app.stop(),
  }
}

import type { Log } from './base/log.ts'
import type { Engine } from './engine/engine.ts'
import type { Handlers } from './engine/queues.ts'
import type { Adapter } from './platform/adapter.ts'
import type { PlatformId } from './platform/events.ts'
import type { House } from './platform/house.ts'
import type { Leases } from './platform/leases.ts'

export interface ListeningParts {
  readonly adapters: ReadonlyMap<PlatformId, Adapter>
  readonly leases: Leases
  readonly engine: Pick<Engine, 'workAlone'>
  readonly log: Log
  houseFor(platform: PlatformId): House
}

export interface Listening {
  /** Whether this process may speak on the platforms to which only one can speak. */
  isSole(): boolean
  /** Listens to all platforms until `signal` aborts; never rejects. */
  listen(handlers: Handlers, signal: AbortSignal): Promise<void>
}

export function createListening({ adapters, leases, engine, log, houseFor }: ListeningParts): Listening {
  const all = [...adapters.values()]
  const sole = all.filter(adapter => adapter.sole)
  let isSole = false

  /** A platform that fails leaves the others and the house at work. */
  async function orSay(platform: string, listening: () => Promise<void> | undefined): Promise<void> {
    try {
      await listening()
    } catch (error) {
      log.error({ err: error, platform }, 'a platform is not listened to any more; a restart tries again')
    }
  }

  const listenTo = (adapter: Adapter, signal: AbortSignal) =>
    orSay(adapter.platform, () => adapter.listen?.(houseFor(adapter.platform), signal))

  /** One lease for all such platforms, so that what others leave finds one process that can say all of it. */
  async function listenAlone(handlers: Handlers, signal: AbortSignal): Promise<void> {
    await leases.hold('sole', signal, async held => {
      isSole = true
      try {
        const working = engine.workAlone('outbox-sole', handlers, held)
        await Promise.all([working, ...sole.map(adapter => listenTo(adapter, held))])
      } finally {
        isSole = false
      }
    })
  }

  return {
    isSole: () => isSole,
    async listen(handlers, signal) {
      const listening = all.filter(adapter => !adapter.sole).map(adapter => listenTo(adapter, signal))
      if (sole.length > 0) {
        const names = sole.map(({ platform }) => platform).join(', ')
        listening.push(orSay(names, () => listenAlone(handlers, signal)))
      }
      await Promise.all(listening)
    },
  }
}

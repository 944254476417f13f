import { systemClock } from '../../base/clock.ts'
import type { Config } from '../../config.ts'
import { memoryOf } from '../../store/adapter-memory.ts'
import type { Store } from '../../store/store.ts'
import { commandLog } from '../database.ts'
import type { Finding } from './finding.ts'

/** What each configured platform answers when it is asked whether we are set up rightly there. Without a store nothing is known of before. */
export async function* checkPlatforms(platforms: Config['platforms'], store: Store | null): AsyncGenerator<Finding> {
  // Nothing is sent and no connection held.
  const idle = { pictures: async () => null, commands: [], leases: { hold: async () => undefined } }
  for (const platform of platforms) {
    const memory = store === null ? nothingKept : memoryOf(store, platform.id)
    const adapter = await platform.create({ log: commandLog(), clock: systemClock, ...idle, memory })
    const checks = (await adapter.check?.()) ?? []
    for (const found of checks) yield { check: platform.id, ...found }
  }
}

/** While the database is in use by the server, or does not answer. */
const nothingKept = { get: async () => undefined, set: async () => undefined, add: async () => 0 }

import { systemClock } from '../../base/clock.ts'
import type { Config } from '../../config.ts'
import type { Memory } from '../../platform/memory.ts'
import { memoryOf } from '../../store/adapter-memory.ts'
import type { Store } from '../../store/store.ts'
import { commandLog } from '../database.ts'
import type { Finding } from './finding.ts'

/** What each configured platform answers when it is asked whether we are set up rightly there. */
export async function* checkPlatforms(
  platforms: Config['platforms'],
  store: Store | 'none yet' | 'out of reach',
): AsyncGenerator<Finding> {
  // Nothing is sent and no connection held.
  const idle = { pictures: async () => null, files: async () => null, commands: [] }
  for (const platform of platforms) {
    const memory = typeof store === 'string' ? without[store] : memoryOf(store, platform.id)
    const adapter = await platform.create({ log: commandLog(), clock: systemClock, ...idle, memory })
    const checks = (await adapter.check?.()) ?? []
    for (const found of checks) yield { check: platform.id, ...found }
  }
}

const without: Readonly<Record<'none yet' | 'out of reach', Memory>> = {
  'none yet': { get: async () => undefined, set: async () => undefined, add: async () => 0 },
  // In use by the server, or it does not answer: whatever is kept cannot be seen, which is not to be taken for nothing.
  'out of reach': {
    get: async key => {
      throw new Error(`${key} is out of reach`)
    },
    set: async () => undefined,
    add: async () => 0,
  },
}

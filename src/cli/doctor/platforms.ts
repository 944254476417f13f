import { systemClock } from '../../base/clock.ts'
import type { Config } from '../../config.ts'
import { commandLog } from '../database.ts'
import type { Finding } from './finding.ts'

/** What each configured platform answers when it is asked whether we are set up rightly there. */
export async function* checkPlatforms(platforms: Config['platforms']): AsyncGenerator<Finding> {
  // Nothing is sent, so no picture is needed.
  const parts = { log: commandLog(), clock: systemClock, pictures: async () => null, commands: [] }
  for (const platform of platforms) {
    const adapter = await platform.create(parts)
    const checks = (await adapter.check?.()) ?? []
    for (const found of checks) yield { check: platform.id, ...found }
  }
}

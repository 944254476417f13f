import type { Feature } from './features/feature.ts'
import type { HandleDeps } from './inbox/handle.ts'
import { homeOf } from './inbox/home.ts'
import { forgetMissed, heardUntil } from './inbox/missed.ts'
import { rehearse } from './inbox/rehearse.ts'
import { contentOf } from './outbox/store.ts'
import type { Intake, PlatformId } from './platform/events.ts'
import type { House } from './platform/house.ts'
import { keepHanded } from './store/files.ts'

type HouseDeps = HandleDeps & { readonly features: readonly Feature[] }

/** What the house does for the adapter of each platform: one for each, the same whenever it is asked for. */
export function createHouses(deps: HouseDeps, intake: Intake): (platform: PlatformId) => House {
  const { store, clock } = deps
  const houses = new Map<PlatformId, House>()

  function open(platform: PlatformId): House {
    return {
      intake,
      keepFile: ({ eventId, ...file }) => keepHanded(store, { ...file, from: `${platform}:${eventId}` }, clock.now()),
      rehearse: event => rehearse(deps, event),
      home: author => homeOf(deps, { platform, author }),
      said: key => contentOf(store.prisma, key),
      heardUntil: lostAt => heardUntil(store, platform, lostAt),
      caughtUp: () => forgetMissed(store, platform),
    }
  }

  return platform => {
    const house = houses.get(platform) ?? open(platform)
    houses.set(platform, house)
    return house
  }
}

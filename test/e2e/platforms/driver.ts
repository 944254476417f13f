import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../../src/base/random.ts'
import { ifGone } from '../gone.ts'
import type { Platform } from './places.ts'
import { accountsOf } from './team.ts'
import type { Accounts, World } from './world.ts'

/** What the platforms were told has arrived: of each rep, the numbers of their reports. */
export type Acknowledged = ReadonlyMap<string, readonly number[]>

interface Driver {
  /** Resolves when nobody speaks any more. */
  stop(): Promise<Acknowledged>
}

/** So often somebody speaks, in milliseconds, that the answers keep within the platform's pace. */
const restMs: Readonly<Record<Platform, number>> = { slack: 1_500, dingtalk: 5_000, wecom: 5_000, room: 1_000 }

/** Whoever is not heard says it again soon, as something new. */
const unheardMs = 400

/** A report in which every number is this one. */
const report = (n: number): string => `日报 电话${n} 签单1/${n}万`

type Say = (text: string) => Promise<boolean>

/** By which ways a rep speaks, on each of their platforms: to the bot, sometimes in the group, in WeCom to the app too. */
function waysOf({ places, wecom }: World, accounts: Accounts): readonly (readonly [Platform, readonly Say[]])[] {
  return accountsOf(accounts).map(([platform, account]) => {
    const { says, tells } = places[platform]
    const inPrivate: Say = text => tells(account, text)
    const inGroup: Say = text => says(account, text)
    const toApp: Say = async text => (await wecom.tellsApp(account, text)).acked
    return [platform, [inPrivate, inPrivate, inGroup, ...(platform === 'wecom' ? [toApp] : [])]] as const
  })
}

/** Every rep says numbered reports, one after the other, whatever happens to the process meanwhile. */
export function startDriver(world: World, reps: Readonly<Record<string, Accounts>>, random: Random): Driver {
  const acknowledged = new Map(Object.keys(reps).map(name => [name, [] as number[]]))
  let next = 1
  let stopped = false

  async function drive([name, accounts]: [string, Accounts]): Promise<void> {
    const ways = waysOf(world, accounts)
    while (!stopped) {
      const [platform, says] = random.pick(ways)
      const n = next++
      const heard = await random.pick(says)(report(n)).catch(ifGone(false))
      if (heard) acknowledged.get(name)?.push(n)
      await sleep(heard ? restMs[platform] * (0.5 + random.next()) : unheardMs)
    }
  }

  const drivers = Object.entries(reps).map(drive)
  return {
    async stop() {
      stopped = true
      await Promise.all(drivers)
      return acknowledged
    },
  }
}

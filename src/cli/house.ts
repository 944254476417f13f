import { hostname } from 'node:os'
import { MovableClock } from '../base/clock.ts'
import { type Bellwether, compose } from '../compose.ts'
import type { Team, TeamContext } from '../context.ts'
import { perform } from '../corridor/perform.ts'
import { listenersOf } from '../corridor/react.ts'
import { colleagues } from '../demo/colleagues.ts'
import { features as product } from '../features/index.ts'
import { withOutsiders } from '../features/team/outsiders.ts'
import { keptOffset } from '../schedule/travel.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Opened } from './database.ts'

/** The house without its doors: it works for the command that opened it and sends nothing by itself. */
export interface CommandHouse extends AsyncDisposable {
  readonly app: Bellwether['app']
  readonly clock: MovableClock
  /** Lets a verb act for a team, in a transaction, as a job would; what it says goes out when the server runs. */
  act<T>(team: Team, verb: (ctx: TeamContext) => Promise<T>): Promise<T>
}

const features = [...product, colleagues]

export async function openHouse({ store, log }: Opened): Promise<CommandHouse> {
  const clock = new MovableClock({ offset: await keptOffset(store.prisma) })
  const { app } = compose({ store, clock, log, features, owner: `${hostname()}:${process.pid}` })
  await app.engine.prepare()
  // What the commands do changes no settings, so no schedule follows from them.
  const deps = {
    engine: app.engine,
    log,
    listeners: listenersOf(features),
    people: { withOutsiders },
    reschedule: async () => {},
  }
  return {
    app,
    clock,
    act(team, verb) {
      const now = clock.now()
      const occasion = `command:${now.toISOString()}`
      const scene = { now, team, actor: null, place: null, lang: team.lang, occasion }
      return inTransaction(store, tx => perform(deps, tx, scene, ctx => verb({ ...ctx, team })))
    },
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

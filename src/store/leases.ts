import { newId } from '../base/ids.ts'
import { type Log, withoutWords } from '../base/log.ts'
import { pause, within } from '../base/wait.ts'
import type { Store } from './store.ts'

interface Timing {
  /** A lease that was not renewed for so long is another's to take. */
  readonly lastsMs: number
  readonly renewEveryMs: number
}

/** Renewed three times before it ends; with the time between two looks, another follows within half a minute. */
const usual: Timing = { lastsMs: 20_000, renewEveryMs: 5_000 }

/** What only one process of the installation may do at a time. It is what a port asks for as `Leases`. */
export function createLeases(store: Pick<Store, 'query' | 'kind'>, log: Log, timing: Timing = usual) {
  // By name of a person or a machine nothing would be won: a process that starts again must not take itself for its forerunner.
  const holder = newId()
  // The embedded database is ours alone: whoever held it was killed.
  const alone = store.kind === 'pglite'
  const { lastsMs, renewEveryMs } = timing

  /** Takes or renews it; false while another has it. The database's clock decides, so those of machines need not agree. */
  async function take(name: string): Promise<boolean> {
    const rows = await store.query(
      `INSERT INTO "Lease" AS l (name, holder, until)
       VALUES ($1, $2, LOCALTIMESTAMP + make_interval(secs => $3::float8))
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE $4::boolean OR l.holder = excluded.holder OR l.until < LOCALTIMESTAMP
       RETURNING name`,
      [name, holder, lastsMs / 1000, alone],
    )
    return rows.length > 0
  }

  /** Undefined when the database could not be asked. */
  async function tryTo<T>(what: 'take' | 'give back', name: string, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask()
    } catch (error) {
      log.warn({ lease: name, what, fault: withoutWords(error) }, 'the database could not be asked about a lease')
      return undefined
    }
  }

  const giveBack = (name: string) => store.query('DELETE FROM "Lease" WHERE name = $1 AND holder = $2', [name, holder])

  /** Renews it until it is lost: to another, or because nobody could be asked for so long that another may have it. */
  async function keep(name: string, lost: AbortController): Promise<void> {
    let sure = performance.now() + lastsMs
    while (!lost.signal.aborted) {
      await pause(renewEveryMs, lost.signal)
      if (lost.signal.aborted) return
      const asked = performance.now()
      const ours = await within(
        tryTo('take', name, () => take(name)),
        renewEveryMs,
        'late',
      )
      if (ours === true) sure = asked + lastsMs
      if (ours === false || performance.now() + renewEveryMs > sure) lost.abort()
    }
  }

  return {
    async hold(name: string, signal: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void> {
      while (!signal.aborted) {
        const ours = await tryTo('take', name, () => take(name))
        if (!ours) {
          await pause(renewEveryMs, signal)
          continue
        }
        const lost = new AbortController()
        const stop = () => lost.abort()
        signal.addEventListener('abort', stop, { once: true })
        const kept = keep(name, lost)
        try {
          await work(lost.signal)
          if (!lost.signal.aborted) return
        } finally {
          signal.removeEventListener('abort', stop)
          lost.abort()
          await kept
          await tryTo('give back', name, () => giveBack(name))
        }
      }
    },
  }
}

import { setImmediate } from 'node:timers/promises'

/**
 * Commits concurrent calls together: those of one turn of the event loop go in one commit, and what arrives while one is
 * under way waits and goes with the next, so a busy moment costs few commits and a quiet one no delay to speak of.
 * `commit` answers one result for each item, in order; when it fails, every call of that batch fails with its error.
 */
export function createBatcher<T, R>(
  commit: (items: readonly T[]) => Promise<readonly R[]>,
  options: { readonly max: number },
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let committing = false

  async function run(): Promise<void> {
    committing = true
    while (waiting.length > 0) {
      await setImmediate()
      const batch = waiting.slice(0, options.max)
      waiting = waiting.slice(options.max)
      await settle(batch, commit)
    }
    committing = false
  }

  return item =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!committing) void run()
    })
}

interface Waiting<T, R> {
  readonly item: T
  readonly resolve: (result: R) => void
  readonly reject: (error: unknown) => void
}

async function settle<T, R>(
  batch: readonly Waiting<T, R>[],
  commit: (items: readonly T[]) => Promise<readonly R[]>,
): Promise<void> {
  try {
    const results = await commit(batch.map(call => call.item))
    if (results.length !== batch.length) throw new Error('A batch must answer one result for each item')
    for (const [index, result] of results.entries()) batch[index]?.resolve(result)
  } catch (error) {
    for (const call of batch) call.reject(error)
  }
}

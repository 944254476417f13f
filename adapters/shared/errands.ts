/** What is done in the background, each errand under a name. */
export interface Errands {
  /** Runs what is not running by that name yet; what is running runs once more afterwards. */
  run(name: string, errand: () => Promise<void>): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

/** @param failed - told of whatever an errand throws, and its name */
export function createErrands(failed: (error: unknown, name: string) => void): Errands {
  const running = new Map<string, { again: boolean; readonly done: Promise<void> }>()

  async function carryOut(name: string, errand: () => Promise<void>): Promise<void> {
    do {
      const state = running.get(name)
      if (state) state.again = false
      try {
        await errand()
      } catch (error) {
        failed(error, name)
      }
    } while (running.get(name)?.again)
    running.delete(name)
  }

  return {
    run(name, errand) {
      const state = running.get(name)
      if (state) state.again = true
      else running.set(name, { again: false, done: Promise.resolve().then(() => carryOut(name, errand)) })
    },
    async settled() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}

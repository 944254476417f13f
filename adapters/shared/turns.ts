/** Keeps the order in which one person does things, where one of them takes long. Others never wait for it. */
export interface Turns {
  /** Does it after what takes long. */
  after(who: string, work: () => Promise<void>): Promise<void>
  /** Does what takes long: whatever the same person does next waits for it, also where it fails. */
  long(who: string, work: () => Promise<void>): Promise<void>
}

export function createTurns(): Turns {
  const under = new Map<string, Promise<unknown>>()

  async function after(who: string, work: () => Promise<void>): Promise<void> {
    await under.get(who)
    await work()
  }

  return {
    after,
    async long(who, work) {
      const done = after(who, work)
      const ended = Promise.allSettled([done])
      under.set(who, ended)
      await ended
      if (under.get(who) === ended) under.delete(who)
      await done
    },
  }
}

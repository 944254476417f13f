import { api } from './api.ts'
import { ApiError } from './errors.ts'
import { merge } from './history.ts'
import { channelOf, direct, historyKey, historyOf, type Store } from './state.ts'

/** The server answers at most so many messages at once. */
const fullPage = 1000
const houseEvery = 15_000
const reopenAfter = 3_000

export interface Sync {
  /** Reads a chat of the present viewer up to its end. */
  refresh(place: string): Promise<void>
  /** Reads the clock, and who and what is there. */
  refreshHouse(): Promise<void>
  refreshClock(): Promise<void>
  /** Reads everything as the present viewer sees it, and from then on what is new. */
  follow(): void
}

/** Keeps the state as the server has it. Faults that pass by themselves are shown as a lost connection. */
export function createSync(store: Store, onFault: (error: ApiError) => void): Sync {
  let stream: EventSource | null = null

  const watched = (work: () => Promise<void>) => async () => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'offline') store.set({ connected: false })
      else onFault(error)
    }
  }

  async function readOn(viewer: string, place: string): Promise<void> {
    const channel = channelOf(place, viewer)
    for (;;) {
      const after = historyOf({ ...store.get(), viewer }, place).cursor
      const news = await api.messages({ channel, viewer, ...(after !== null && { after }) })
      const state = store.get()
      const looking = state.viewer === viewer && state.place === place && document.visibilityState === 'visible'
      const history = merge(historyOf({ ...state, viewer }, place), news, { viewer, looking })
      store.set({ histories: new Map(state.histories).set(historyKey(viewer, channel), history) })
      if (after === null || news.messages.length < fullPage) return
    }
  }

  const readers = new Map<string, () => Promise<void>>()
  function refresh(place: string): Promise<void> {
    const { viewer } = store.get()
    const key = historyKey(viewer, place)
    const reader = readers.get(key) ?? oneAtATime(watched(() => readOn(viewer, place)))
    readers.set(key, reader)
    return reader()
  }

  const refreshClock = oneAtATime(
    watched(async () => {
      store.set({ clock: await api.clock(store.get().lang) })
    }),
  )

  const refreshHouse = oneAtATime(
    watched(async () => {
      const [{ people }, { channels: groups }] = await Promise.all([api.people(), api.groups(), refreshClock()])
      store.set({ people, groups })
    }),
  )

  function refreshAll(): void {
    void refreshHouse()
    for (const place of [...store.get().groups.map(group => group.id), direct]) void refresh(place)
  }

  function follow(): void {
    stream?.close()
    const opened = api.stream(store.get().viewer)
    stream = opened
    opened.addEventListener('open', () => {
      store.set({ connected: true })
      refreshAll()
    })
    opened.addEventListener('change', ({ data }) => {
      const { channel }: { channel: string } = JSON.parse(data)
      void refresh(channel.startsWith('dm:') ? direct : channel)
      void refreshHouse()
    })
    opened.addEventListener('error', () => {
      store.set({ connected: false })
      // A browser reconnects by itself, unless the answer was a refusal.
      const refused = opened.readyState === EventSource.CLOSED
      if (refused) setTimeout(() => stream === opened && follow(), reopenAfter)
    })
  }

  setInterval(refreshHouse, houseEvery)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh(store.get().place)
  })
  return { refresh, refreshHouse, refreshClock, follow }
}

/** Calls that come while one runs share one more run after it, so that each caller sees what was there when it called. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  function start(): Promise<void> {
    next = null
    running = work().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (running === null) return start()
    next ??= running.then(start, start)
    return next
  }
}

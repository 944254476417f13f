import { api } from './api.ts'
import { part } from './dom.ts'
import { ApiError } from './errors.ts'
import { showMoment } from './preview.ts'
import { say, sayFault } from './say.ts'
import type { Target } from './shapes.ts'
import type { Store } from './state.ts'
import type { Tell } from './status.ts'

const lookEvery = 400

/** Moves the clock and shows how far it has come; the answer comes when all that was due is settled. */
export function createTravel(store: Store, tell: Tell, refreshClock: () => Promise<void>) {
  const panel = part('travel', HTMLElement)
  const moves = part('moves', HTMLFieldSetElement)
  const progress = part('progress', HTMLProgressElement)
  let journey: { from: number; to: number } | null = null

  store.watch(
    state => [state.clock],
    ({ clock }) => {
      const isMoving = journey !== null || clock?.travelling === true
      panel.hidden = !isMoving
      moves.disabled = isMoving
      document.body.classList.toggle('travelling', isMoving)
      if (clock === null || journey === null) return progress.removeAttribute('value')
      progress.value = (Date.parse(clock.now) - journey.from) / (journey.to - journey.from)
    },
  )

  // Also somebody else may be moving the clock.
  setInterval(() => {
    if (journey !== null || store.get().clock?.travelling) void refreshClock()
  }, lookEvery)

  return async (to: Target): Promise<void> => {
    const { lang, clock } = store.get()
    if (clock === null) return
    journey = { from: Date.parse(clock.now), to: Date.parse(to) }
    store.set({ clock: { ...clock, travelling: true } })
    try {
      const arrived = await api.travel(to, lang)
      journey = null
      store.set({ clock: arrived })
      tell(say(lang, 'arrived', { when: showMoment(arrived.now, arrived.zone, lang) }))
    } catch (error) {
      journey = null
      if (!(error instanceof ApiError)) throw error
      tell(sayFault(lang, error), 'fault')
      await refreshClock()
    }
  }
}

import { part } from './dom.ts'
import { say } from './say.ts'
import type { Store } from './state.ts'

const shownFor = 7_000

/** Tells something in passing, to eyes and to screen readers. */
export type Tell = (text: string, kind?: 'fault') => void

export function showStatus(store: Store): Tell {
  const status = part('status', HTMLElement)
  const connection = part('connection', HTMLElement)
  let fading: ReturnType<typeof setTimeout> | undefined
  store.watch(
    ({ connected, lang }) => [connected, lang],
    ({ connected, lang }) => {
      connection.textContent = connected ? '' : say(lang, 'reconnecting')
    },
  )
  return (text, kind) => {
    clearTimeout(fading)
    status.textContent = text
    status.classList.toggle('fault', kind === 'fault')
    fading = setTimeout(() => {
      status.textContent = ''
    }, shownFor)
  }
}

import { api } from './api.ts'
import { h, part, whileBusy } from './dom.ts'
import { ApiError } from './errors.ts'
import { drawPreview, showMoment } from './preview.ts'
import { say, sayFault, type Word } from './say.ts'
import type { Target } from './shapes.ts'
import type { State, Store } from './state.ts'
import type { Tell } from './status.ts'
import { createTravel } from './travel.ts'
import { instantOf, localOf, showDate, showTime } from './zone.ts'

/** The team's time under the visitor's hand: first what would be sent by then, then the move. */
export function showClock(store: Store, tell: Tell, refreshClock: () => Promise<void>): void {
  const preview = part('preview', HTMLElement)
  const chosen = part('chosen', HTMLElement)
  const move = part('move', HTMLButtonElement)
  const picker = part('pick', HTMLInputElement)
  const travel = createTravel(store, tell, refreshClock)
  let target: Target | null = null
  let asked = 0
  let opener: Element | null = null

  const zone = () => store.get().clock?.zone ?? 'UTC'

  function close(): void {
    asked++
    target = null
    chosen.hidden = true
    preview.replaceChildren()
  }

  async function look(until: Target): Promise<void> {
    const { lang } = store.get()
    const mine = ++asked
    opener = document.activeElement
    chosen.hidden = false
    move.hidden = true
    preview.replaceChildren(h('p', { class: 'quiet' }, say(lang, 'looking')))
    try {
      const seen = await api.preview(until, lang)
      if (mine !== asked) return
      target = seen.until
      preview.replaceChildren(...drawPreview(seen, zone(), lang))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mine !== asked) return
      if (error.code !== 'too-far') {
        close()
        return tell(sayFault(lang, error), 'fault')
      }
      target = until
      preview.replaceChildren(h('p', {}, say(lang, 'tooFarToSee', { when: showMoment(until, zone(), lang) })))
    }
    move.hidden = false
    move.focus({ preventScroll: true })
    chosen.scrollIntoView({ block: 'nearest' })
  }

  const presets: Readonly<Record<string, () => Target | null>> = {
    'go-next': () => store.get().clock?.next?.at ?? null,
    'go-morning': () => 'next-morning',
    'go-end-of-day': () => 'end-of-day',
    'go-friday': () => 'friday-17',
  }
  for (const [id, targetOf] of Object.entries(presets)) {
    const button = part(id, HTMLButtonElement)
    button.addEventListener('click', () => {
      const until = targetOf()
      if (until === null) tell(say(store.get().lang, 'nothingDue'))
      else void whileBusy(button, () => look(until))
    })
  }
  part('pick-form', HTMLFormElement).addEventListener('submit', event => {
    event.preventDefault()
    if (picker.value === '') return picker.focus()
    void look(instantOf(picker.value, zone()))
  })
  part('stay', HTMLButtonElement).addEventListener('click', () => {
    close()
    if (opener instanceof HTMLElement) opener.focus()
  })
  move.addEventListener('click', () => {
    const to = target
    if (to === null) return
    close()
    part('now', HTMLElement).focus()
    void travel(to)
  })
  store.watch(state => [state.clock, state.lang], drawClock)
  store.watch(state => [state.lang], close)
}

function drawClock({ clock, lang }: State): void {
  if (clock === null) return
  const { now, zone, day, next, movable } = clock
  part('moving', HTMLElement).hidden = !movable
  part('still', HTMLElement).hidden = movable
  const time = showTime(now, zone, lang)
  part('now-time', HTMLElement).textContent = time
  part('now-date', HTMLElement).textContent = showDate(now, zone, lang)
  const kind = part('now-kind', HTMLElement)
  kind.textContent = day === null ? '' : [day.name, say(lang, kindOf(day))].filter(Boolean).join(' · ')
  kind.classList.toggle('off', day?.work === false)
  const upNext = next ? `${showMoment(next.at, zone, lang)} · ${next.what}` : say(lang, 'nothingNext')
  part('next-up', HTMLElement).textContent = upNext
  const open = part('when', HTMLButtonElement)
  open.textContent = time
  open.setAttribute('aria-label', say(lang, 'openClock', { time }))
  part('pick', HTMLInputElement).min = localOf(now, zone)
}

function kindOf({ work, reason }: { work: boolean | 'unknown'; reason: string }): Word {
  if (work === 'unknown') return 'unknownDay'
  if (reason === 'make-up') return 'makeUp'
  return work ? 'workday' : 'dayOff'
}

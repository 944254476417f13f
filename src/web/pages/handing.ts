import { api } from './api.ts'
import { watchForFiles } from './choose-file.ts'
import { part } from './dom.ts'
import { ApiError } from './errors.ts'
import { newEventId } from './event-id.ts'
import { say, sayFault } from './say.ts'
import { direct, type State, type Store } from './state.ts'
import type { Tell } from './status.ts'

/** What the server takes. */
const mostBytes = 20 * 1024 * 1024

/** A file on its way to the bot: the same event however often it is tried, so it arrives once. */
interface Attempt {
  readonly file: File
  readonly eventId: string
  readonly cancel: AbortController
  share: number
  fault: ApiError | null
}

/** In the direct chat a file is picked, dropped or pasted. Until it is there it stays with whoever chose it. */
export function showHanding(store: Store, tell: Tell, onSaid: (place: string) => Promise<void>): void {
  const clip = part('clip', HTMLButtonElement)
  const strip = part('handing', HTMLElement)
  const name = part('handing-name', HTMLElement)
  const words = part('handing-words', HTMLElement)
  const progress = part('handing-progress', HTMLProgressElement)
  const again = part('handing-again', HTMLButtonElement)
  const drop = part('handing-drop', HTMLButtonElement)
  const text = part('text', HTMLTextAreaElement)
  const attempts = new Map<string, Attempt>()

  const shown = ({ viewer, place }: State) => (place === direct ? attempts.get(viewer) : undefined)
  const isUnderWay = (attempt: Attempt | undefined) => attempt !== undefined && attempt.fault === null

  function take(files: FileList): void {
    const { viewer, place, lang } = store.get()
    const [file] = files
    const isOne = files.length === 1 && !isUnderWay(attempts.get(viewer))
    if (file === undefined || place !== direct || !isOne) {
      tell(say(lang, place === direct ? 'oneFile' : 'filesInDirect'), 'fault')
      return
    }
    const attempt = { file, eventId: newEventId(), cancel: new AbortController(), share: 0, fault: impossible(file) }
    attempts.set(viewer, attempt)
    if (attempt.fault === null) void hand(viewer, attempt)
    else draw(store.get())
  }

  async function hand(viewer: string, attempt: Attempt): Promise<void> {
    const { file, eventId, cancel } = attempt
    Object.assign(attempt, { fault: null, share: 0 })
    draw(store.get())
    const onShare = (share: number) => {
      attempt.share = share
      if (shown(store.get()) === attempt) progress.value = share
    }
    try {
      await api.hand(file, { as: viewer, name: file.name, eventId }, { signal: cancel.signal, onShare })
      forget(viewer, attempt)
      void onSaid(direct)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      attempt.fault = error
    }
    draw(store.get())
  }

  /** Whoever stands on what goes away goes on writing. */
  function forget(viewer: string, attempt: Attempt): void {
    if (attempts.get(viewer) !== attempt) return
    attempts.delete(viewer)
    if (strip.contains(document.activeElement)) text.focus()
  }

  function draw(state: State): void {
    const { lang, place } = state
    const attempt = shown(state)
    clip.hidden = place !== direct
    clip.title = say(lang, 'clip')
    clip.setAttribute('aria-busy', String(isUnderWay(attempt)))
    const parts = [name, words, progress, again, drop]
    if (attempt === undefined) {
      for (const one of parts) one.hidden = true
      return
    }
    const { file, fault, share } = attempt
    name.textContent = file.name
    words.textContent = fault ? sayFault(lang, fault) : say(lang, 'uploading')
    words.classList.toggle('fault', fault !== null)
    progress.value = share
    for (const one of parts) one.hidden = false
    progress.hidden = fault !== null
    again.hidden = fault === null || impossible(file) !== null
  }

  watchForFiles(take, () => store.get().place === direct && !isUnderWay(shown(store.get())))
  again.addEventListener('click', () => {
    const { viewer } = store.get()
    const attempt = attempts.get(viewer)
    if (attempt === undefined || isUnderWay(attempt)) return
    drop.focus()
    void hand(viewer, attempt)
  })
  drop.addEventListener('click', () => {
    const { viewer } = store.get()
    const attempt = attempts.get(viewer)
    if (attempt === undefined) return
    forget(viewer, attempt)
    attempt.cancel.abort()
    draw(store.get())
  })

  store.watch(({ lang, viewer, place }) => [lang, viewer, place], draw)
}

/** Why no attempt would help. */
function impossible({ size }: File): ApiError | null {
  if (size > mostBytes) return new ApiError('file-too-large', 'Too large')
  return size === 0 ? new ApiError('file-empty', 'Empty') : null
}

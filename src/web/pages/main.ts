import { api } from './api.ts'
import { showChatLog } from './chat-log.ts'
import { showChats } from './chats.ts'
import { showClock } from './clock-panel.ts'
import { showComposer } from './composer.ts'
import { part } from './dom.ts'
import { ApiError } from './errors.ts'
import { showHanding } from './handing.ts'
import { showNobody } from './nobody.ts'
import { showPeople } from './people.ts'
import { say, sayFault, speak } from './say.ts'
import { channelOf, createStore, historyKey, historyOf, type Store } from './state.ts'
import { showStatus } from './status.ts'
import { createSync } from './sync.ts'
import { toggleTheme } from './theme.ts'
import { showTour } from './tour.ts'
import { keepLang, readLang, readVisit, type Visit, writeVisit } from './visit.ts'

const retryAfter = 3_000

/** Waits for a server that is not up yet; says so when it refuses. */
async function arrive(): Promise<void> {
  const lang = readLang()
  speak(lang)
  try {
    const [{ people }, { channels: groups }] = await Promise.all([api.people(), api.groups()])
    if (people.length === 0) return showNobody(lang)
    const visit = readVisit(people, groups)
    live(createStore({ lang, people, groups, ...visit, clock: null, histories: new Map(), connected: true }))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    part('status', HTMLElement).textContent = sayFault(lang, error)
    if (error.code === 'offline') setTimeout(arrive, retryAfter)
  }
}

function live(store: Store): void {
  const tell = showStatus(store)
  const sync = createSync(store, error => tell(sayFault(store.get().lang, error), 'fault'))

  function visit(to: Partial<Visit>): void {
    const before = store.get().viewer
    store.set(to)
    const state = store.get()
    const { viewer, place } = state
    const seen = { ...historyOf(state), unread: 0 }
    store.set({ histories: new Map(state.histories).set(historyKey(viewer, channelOf(place, viewer)), seen) })
    writeVisit({ viewer, place })
    if (viewer !== before) sync.follow()
  }

  showTour()
  showPeople(store, viewer => visit({ viewer }))
  showChats(store, place => visit({ place }))
  showChatLog(store, async ({ id: messageId }, actionId, given) => {
    const { viewer, place, lang } = store.get()
    try {
      await api.act({ as: viewer, messageId, actionId, ...given })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      tell(sayFault(lang, error), 'fault')
      return false
    }
    if (given.values) tell(say(lang, 'sent'))
    await sync.refresh(place)
    return true
  })
  showComposer(store, tell, sync.refresh)
  showHanding(store, tell, sync.refresh)
  showClock(store, tell, sync.refreshClock)

  store.watch(
    ({ lang }) => [lang],
    ({ lang }) => speak(lang),
  )
  part('lang', HTMLButtonElement).addEventListener('click', () => {
    const lang = store.get().lang === 'zh' ? 'en' : 'zh'
    keepLang(lang)
    store.set({ lang })
    void sync.refreshClock()
  })
  part('theme', HTMLButtonElement).addEventListener('click', toggleTheme)
  addEventListener('hashchange', () => visit(readVisit(store.get().people, store.get().groups)))
  visit({})
  sync.follow()
}

await arrive()

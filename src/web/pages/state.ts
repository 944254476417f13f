import type { Lang } from '../../base/words.ts'
import { type History, noHistory } from './history.ts'
import type { ClockView, Group, Person } from './shapes.ts'

export interface State {
  readonly lang: Lang
  readonly people: readonly Person[]
  readonly groups: readonly Group[]
  /** Who the visitor is: a person's id. */
  readonly viewer: string
  /** A group's id, or `dm` for the direct chat with the bot. */
  readonly place: string
  readonly clock: ClockView | null
  /** By `historyKey`: whoever the visitor was before keeps their chats. */
  readonly histories: ReadonlyMap<string, History>
  readonly connected: boolean
}

export interface Store {
  get(): State
  set(patch: Partial<State>): void
  /** Calls `draw` now and whenever one of the values that `depends` picks has changed. */
  watch(depends: (state: State) => readonly unknown[], draw: (state: State) => void): void
}

/** Changes of one moment are drawn together. */
export function createStore(initial: State): Store {
  let state = initial
  let waiting = false
  const watchers: (() => void)[] = []

  function drawAll() {
    waiting = false
    for (const watcher of watchers) watcher()
  }

  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch }
      if (!waiting) queueMicrotask(drawAll)
      waiting = true
    },
    watch(depends, draw) {
      let seen: readonly unknown[] = depends(state)
      draw(state)
      watchers.push(() => {
        const now = depends(state)
        if (now.length === seen.length && now.every((value, at) => Object.is(value, seen[at]))) return
        seen = now
        draw(state)
      })
    },
  }
}

export const direct = 'dm'

/** The channel as the server names it. */
export function channelOf(place: string, viewer: string): string {
  return place === direct ? `dm:${viewer}` : place
}

export function historyKey(viewer: string, channel: string): string {
  return `${viewer} ${channel}`
}

export function historyOf(state: State, place = state.place): History {
  return state.histories.get(historyKey(state.viewer, channelOf(place, state.viewer))) ?? noHistory
}

export function groupOf(state: State): Group | null {
  return state.groups.find(group => group.id === state.place) ?? null
}

/** Times are the open team's; where there is none, those of the team that the clock goes by. */
export function zoneOf(state: State): string {
  return groupOf(state)?.team?.zone ?? state.clock?.zone ?? 'UTC'
}

/** The role in the open group's team; in the direct chat the first there is. */
export function roleOf(state: State, person: Person): string {
  const team = groupOf(state)?.team
  const role = state.place === direct ? Object.values(person.roles)[0] : team && person.roles[team.id]
  return role ?? 'guest'
}

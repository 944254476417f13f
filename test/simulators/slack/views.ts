import type { Json } from '../shared/json.ts'
import type { Side } from './side.ts'
import type { Block } from './workspace.ts'

/** A view that is open, or a person's home. */
export interface StoredView {
  readonly id: string
  readonly user: string
  readonly rootId: string
  readonly previousId: string | null
  /** Everything of it but its blocks, as the app wrote it. */
  definition: Json
  blocks: readonly Block[]
  /** Changes with every update, so that an app can tell whether it saw the newest. */
  hash: string
}

/** Which views people have before them: modals stacked at most three deep, and homes. */
export interface Views {
  readonly modals: Map<string, StoredView[]>
  readonly homes: Map<string, StoredView>
}

export const deepestStack = 3

export function createViews(): Views {
  return { modals: new Map(), homes: new Map() }
}

export function openModal(views: Views, user: string): StoredView | undefined {
  return views.modals.get(user)?.at(-1)
}

export function findView(views: Views, matches: (view: StoredView) => boolean): StoredView | undefined {
  return [...views.modals.values(), views.homes.values()].flatMap(each => [...each]).find(matches)
}

/** Takes the modal before a person away, showing what lies under it, or all of them. */
export function closeModal(views: Views, user: string, { all = false } = {}): void {
  const stack = views.modals.get(user) ?? []
  const left = all ? [] : stack.slice(0, -1)
  if (left.length === 0) views.modals.delete(user)
  else views.modals.set(user, left)
}

type Drawn = Pick<StoredView, 'definition' | 'blocks'>

/** Puts a modal before a person, on top of those given. */
export function stack(side: Side, user: string, under: readonly StoredView[], drawn: Drawn): StoredView {
  const id = side.newId('V')
  const { definition, blocks } = drawn
  const place = { rootId: under[0]?.id ?? id, previousId: under.at(-1)?.id ?? null }
  const stored: StoredView = { id, user, ...place, definition, blocks, hash: side.newId('h') }
  side.views.modals.set(user, [...under, stored])
  return stored
}

/** Draws a view anew. */
export function redraw(side: Side, stored: StoredView, { definition, blocks }: Drawn): void {
  Object.assign(stored, { definition, blocks, hash: side.newId('h') })
}

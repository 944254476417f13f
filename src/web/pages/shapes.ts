import type { Lang } from '../../base/words.ts'
import type { Content } from '../../content/content.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** By the team's id. */
  readonly roles: Readonly<Record<string, string>>
}

export interface Group {
  readonly id: string
  readonly name: string
  readonly team: { readonly id: string; readonly name: string; readonly zone: string; readonly lang: Lang } | null
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Message {
  readonly id: string
  /** A person's id, or `bot`. */
  readonly from: string
  /** Who alone sees it. */
  readonly to?: string
  readonly at: string
  readonly text: string
  readonly content: Content | null
  /** Of its pictures, in pixels and by their names, as far as it is known. */
  readonly sizes?: Readonly<Record<string, Size>>
  readonly revision: number
  readonly recalled: boolean
}

export interface ClockView {
  readonly now: string
  readonly zone: string
  readonly day: { readonly work: boolean | 'unknown'; readonly reason: string; readonly name?: string } | null
  readonly next: { readonly at: string; readonly what: string } | null
  readonly travelling: boolean
  /** Beside a real platform nobody may move the time. */
  readonly movable: boolean
}

export interface Foreseen {
  readonly at: string
  readonly to: { readonly kind: 'group' | 'person'; readonly name?: string }
  readonly why: string | null
  readonly text: string
}

export interface Preview {
  /** The moment that a name such as `friday-17` stands for. */
  readonly until: string
  readonly messages: readonly Foreseen[]
  readonly complete: boolean
}

/** A moment with its offset, or one that the team's calendar knows by name. */
export type Target = string

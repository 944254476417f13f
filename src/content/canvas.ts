import type { BlockKind, Form } from './content.ts'

/** How much one message holds. Characters are UTF-16 units: no platform counts more strictly. */
export interface Limit {
  readonly unit: 'characters' | 'bytes'
  readonly size: number
}

/** What one kind of place can draw. */
export interface Canvas {
  readonly blocks: ReadonlySet<BlockKind>
  /** Of forms, if it draws them at all, which ones; every one unless told. */
  readonly forms?: (form: Form) => boolean
  readonly mentions: 'inline' | 'appended' | 'none'
  readonly images: boolean
  /** Of the plain rendering, so state it with room for the marks that the renderer puts around and escapes inside. */
  readonly limit: Limit
  /** How many blocks one message holds, where that is limited. */
  readonly blocksAtMost?: number
}

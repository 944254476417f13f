import type { Drawing } from './drawing.ts'

export type Theme = 'light' | 'dark'

export interface Manner {
  readonly theme: Theme
  readonly type: 'image/jpeg' | 'image/png'
}

/** In pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Drawn {
  readonly bytes: Uint8Array
  /** With its ending. */
  readonly filename: string
  readonly type: Manner['type']
}

/** Chats take photographs' format, a third of the size; what may be printed stays sharp. */
export function typeOf({ kind }: Pick<Drawing, 'kind'>): Manner['type'] {
  return kind === 'certificate' ? 'image/png' : 'image/jpeg'
}

export function filenameOf({ kind }: Pick<Drawing, 'kind'>, type: Manner['type']): string {
  return `${kind}.${type === 'image/png' ? 'png' : 'jpg'}`
}

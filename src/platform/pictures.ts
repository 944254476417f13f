export interface Picture {
  readonly bytes: Uint8Array
  /** With its ending, as a person would see it when they save it. */
  readonly filename: string
  readonly type: 'image/png' | 'image/jpeg'
}

/** The pictures that contents refer to; null for one that is not kept any more. */
export type Pictures = (ref: string) => Promise<Picture | null>

/** In pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** How large pictures are or will be, by their names; one of which nobody knows is left out. */
export type PictureSizes = (refs: readonly string[]) => Promise<ReadonlyMap<string, PictureSize>>

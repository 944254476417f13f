export interface Picture {
  readonly bytes: Uint8Array
  /** With its ending, as a person would see it when they save it. */
  readonly filename: string
  readonly type: 'image/png' | 'image/jpeg'
}

/** The pictures that contents refer to; null for one that is not kept any more. */
export type Pictures = (ref: string) => Promise<Picture | null>

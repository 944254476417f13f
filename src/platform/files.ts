export interface KeptFile {
  readonly bytes: Uint8Array
  /** With its ending, as a person would see it when they save it. */
  readonly filename: string
  /** Its media type. */
  readonly type: string
}

/** The files that contents refer to; null for one that is not kept any more. */
export type Files = (ref: string) => Promise<KeptFile | null>

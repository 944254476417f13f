export { mostFileBytes } from '../base/handed-file.ts'

export interface KeptFile {
  readonly bytes: Uint8Array
  /** With its ending, as a person would see it when they save it. */
  readonly filename: string
  /** Its media type. */
  readonly type: string
}

/** The files that contents refer to; null for one that is not kept any more. */
export type Files = (ref: string) => Promise<KeptFile | null>

/** A file from a person. Nobody but the platform knows what is in it: it is given on as bytes and never opened. */
export interface HandedIn {
  /** Of the event that tells of it. */
  readonly eventId: string
  readonly filename: string
  /** At most `mostFileBytes`. */
  readonly bytes: Uint8Array
}

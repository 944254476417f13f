export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** Small facts that an adapter keeps over restarts; each platform has its own keys. */
export interface Memory {
  /** Undefined when nothing is kept. What an earlier version kept may have any shape. */
  get(key: string): Promise<unknown>
  set(key: string, value: JsonValue): Promise<void>
  /** Counts further, also when several do so at once, and answers how far it has come. */
  add(key: string, by: number): Promise<number>
}

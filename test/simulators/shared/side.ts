/** What every platform's side knows. */
export interface SharedSide<Settings> {
  readonly settings: Settings
  /** A new id with this prefix, never given before by any simulator. */
  readonly newId: (prefix: string) => string
  /** The team's time. */
  readonly now: () => Date
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
}

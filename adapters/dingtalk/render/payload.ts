export interface DingTalkPayload {
  /** Plain and in one line: for the list of chats and for notifications. */
  readonly title: string
  /** Members are named in it. Pictures stand in it by their place in `images`. Plain text where it is `bare`. */
  readonly markdown: string
  /** The same, with the members in it by whom it rings: only an answer by a session rings anybody. */
  readonly ringing: string
  readonly atUserIds: readonly string[]
  readonly images: readonly { readonly ref: string; readonly alt: string }[]
  /** By what the files are kept that go along, where there are any. */
  readonly files?: readonly string[]
  /** Too heavy for marks. */
  readonly bare: boolean
  /** What fills a card that says the same; null where there is none. */
  readonly card: { readonly params: Readonly<Record<string, string>> } | null
}

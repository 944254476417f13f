/** How one kind of WeCom's markdown differs from the others. */
export interface Dialect {
  readonly tables: boolean
  readonly lists: boolean
  /** `<@userid>` calls somebody. */
  readonly mentions: boolean
  /** `<font color="comment">` makes words quiet. */
  readonly colours: boolean
  /** A rule between paragraphs. */
  readonly rule: string
  /** A single line end joins two lines unless spaces stand before it, and a block goes on until an empty line. */
  readonly flows: boolean
}

/** The AI bot's, and `markdown_v2` of the webhooks: standard markdown, in which whether people can be called was never told. */
export const wholeDialect: Dialect = {
  tables: true,
  lists: true,
  mentions: false,
  colours: false,
  rule: '---',
  flows: true,
}

/** `markdown` of the webhooks and of the app. */
export const firstDialect: Dialect = {
  tables: false,
  lists: false,
  mentions: true,
  colours: true,
  rule: '────',
  flows: false,
}

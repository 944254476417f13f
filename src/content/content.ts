import type { Lang } from '../base/words.ts'

/**
 * What is said, before it is drawn. User text enters only as the text of a span, so a renderer that escapes spans
 * can never turn a member's words into markup, a link or a mention.
 */
export interface Content {
  readonly lang: Lang
  readonly blocks: readonly Block[]
  /** For its reader's eyes alone: where it cannot be given privately, not even its first line is said openly. */
  readonly discreet?: true
}

export type Span =
  | { readonly t: 'text'; readonly text: string; readonly style?: 'strong' | 'code' | 'quiet' }
  | { readonly t: 'member'; readonly id: string; readonly name: string }
  | { readonly t: 'link'; readonly url: string; readonly text: string }

export type Block =
  | { readonly b: 'heading'; readonly text: string }
  | { readonly b: 'text'; readonly spans: readonly Span[] }
  | { readonly b: 'fields'; readonly fields: readonly Field[] }
  | { readonly b: 'list'; readonly items: readonly (readonly Span[])[] }
  | {
      readonly b: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly (readonly Span[])[])[]
    }
  | { readonly b: 'quiet'; readonly spans: readonly Span[] }
  | { readonly b: 'divider' }
  | { readonly b: 'actions'; readonly buttons: readonly Button[] }
  | { readonly b: 'form'; readonly form: Form }
  | { readonly b: 'image'; readonly ref: string; readonly alt: string }
  /** Something to keep. `alt` says what is in it, and what to type to get it where files can be sent. */
  | { readonly b: 'file'; readonly ref: string; readonly name: string; readonly alt: string }
  /** From here on it is details: where a platform has threads they go there, elsewhere they just follow. */
  | { readonly b: 'details' }

export type BlockKind = Block['b']

export interface Field {
  readonly label: string
  readonly value: readonly Span[]
}

export interface Column {
  readonly label: string
  readonly align?: 'start' | 'end'
}

/** `words` is what a person can type to the same effect: no button is ever the only way. */
export interface Button {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly value?: string
  readonly style?: 'primary' | 'danger'
}

/** A form that a platform may draw as a modal, a card or inline; `words` is the typed way to the same end. */
export interface Form {
  readonly id: string
  readonly title: string
  readonly submit: string
  readonly words: string
  readonly value?: string
  readonly inputs: readonly Input[]
}

export interface Input {
  readonly id: string
  readonly label: string
  readonly kind: 'number' | 'line' | 'text' | 'choice' | 'choices' | 'scale' | 'yes-no' | 'date' | 'time'
  readonly required?: boolean
  readonly hint?: string
  readonly initial?: string | readonly string[]
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly scale?: { readonly from: number; readonly to: number }
  /** What must be mended in what was filled in. */
  readonly fault?: string
  /** Shown (and, if required, required) only while another input has one of these values; `*` means any value but empty, 0 or no. */
  readonly when?: { readonly input: string; readonly is: readonly string[] }
}

/** What a person filled in: one text per input, or several for `choices`. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** The parts of WeCom's template cards that we draw, by the names that the wire has. */
export type TemplateCard = ButtonCard | SelectCard | VoteCard

interface Titled {
  readonly main_title: { readonly title: string; readonly desc?: string }
  readonly sub_title_text?: string
  readonly horizontal_content_list?: readonly { readonly keyname: string; readonly value: string }[]
  /** Unique for a bot: made of the delivery's key when it is sent. */
  readonly task_id?: string
}

export interface ButtonCard extends Titled {
  readonly card_type: 'button_interaction'
  readonly button_list: readonly CardButton[]
}

export interface CardButton {
  readonly text: string
  /** 1 blue, 2 as a warning, 3 plain red, 4 grey. */
  readonly style?: 1 | 2 | 3 | 4
  readonly key: string
}

/** Up to three questions with one answer each. */
export interface SelectCard extends Titled {
  readonly card_type: 'multiple_interaction'
  readonly select_list: readonly Select[]
  readonly submit_button: { readonly text: string; readonly key: string }
}

export interface Select {
  readonly question_key: string
  readonly title: string
  readonly selected_id?: string
  readonly option_list: readonly CardOption[]
}

export interface CardOption {
  readonly id: string
  readonly text: string
}

/** One question, of which several answers may hold. */
export interface VoteCard extends Titled {
  readonly card_type: 'vote_interaction'
  readonly checkbox: {
    readonly question_key: string
    readonly mode: 0 | 1
    readonly option_list: readonly (CardOption & { readonly is_checked?: boolean })[]
  }
  readonly submit_button: { readonly text: string; readonly key: string }
}

import { isJson, type Json } from '../shared/json.ts'
import type { Block } from './workspace.ts'

/** What a person enters: words, the value of an option, several of them, or nothing. */
export type Input = string | number | readonly string[] | null

/** An element of a message or view that can be used, and the block that it is in. */
export interface Usable {
  readonly blockId: string
  readonly actionId: string
  readonly element: Json
  /** Null outside of input blocks. */
  readonly input: { readonly optional: boolean; readonly dispatches: boolean } | null
}

export function usablesIn(blocks: readonly Block[]): readonly Usable[] {
  return blocks.flatMap(block => {
    const { block_id: blockId, elements, accessory, element } = block
    const outside = [block.type === 'actions' && Array.isArray(elements) ? elements : [], accessory ?? []].flat()
    const input = { optional: block['optional'] === true, dispatches: block['dispatch_action'] === true }
    return [
      ...outside.map(each => ({ each, input: null })),
      ...(element === undefined ? [] : [{ each: element, input }]),
    ].flatMap(({ each, input }) => {
      if (!isJson(each) || typeof each['action_id'] !== 'string') return []
      return [{ blockId, actionId: each['action_id'], element: each, input }]
    })
  })
}

interface Kind {
  /** The field of the state that holds what was entered. */
  readonly holds: string
  readonly initially: string
  readonly takes: (element: Json, input: string | number | readonly string[]) => unknown
}

const typed = (check: (element: Json, words: string) => boolean): Kind => ({
  holds: 'value',
  initially: 'initial_value',
  takes: (element, input) => (typeof input === 'string' && check(element, input) ? input : undefined),
})

const matching = (holds: string, initially: string, pattern: RegExp): Kind => ({
  holds,
  initially,
  takes: (_, input) => (typeof input === 'string' && pattern.test(input) ? input : undefined),
})

const oneOption: Kind = {
  holds: 'selected_option',
  initially: 'initial_option',
  takes: (element, input) => optionsOf(element).find(({ value }) => value === input),
}

const someOptions: Kind = {
  holds: 'selected_options',
  initially: 'initial_options',
  takes(element, input) {
    if (!Array.isArray(input)) return undefined
    const chosen = input.map(wanted => optionsOf(element).find(({ value }) => value === wanted))
    return chosen.includes(undefined) ? undefined : chosen
  },
}

const kinds: Readonly<Record<string, Kind | undefined>> = {
  plain_text_input: typed(fitsLength),
  number_input: typed(isNumberFor),
  email_text_input: typed((_, words) => /^[^@\s]+@[^@\s]+$/.test(words)),
  url_text_input: typed((_, words) => URL.canParse(words)),
  static_select: oneOption,
  radio_buttons: oneOption,
  overflow: oneOption,
  multi_static_select: someOptions,
  checkboxes: someOptions,
  users_select: matching('selected_user', 'initial_user', /^U/),
  channels_select: matching('selected_channel', 'initial_channel', /^C/),
  conversations_select: matching('selected_conversation', 'initial_conversation', /^[CDG]/),
  multi_users_select: {
    holds: 'selected_users',
    initially: 'initial_users',
    takes: (_, input) => (Array.isArray(input) ? input : undefined),
  },
  datepicker: matching('selected_date', 'initial_date', /^\d{4}-\d\d-\d\d$/),
  timepicker: matching('selected_time', 'initial_time', /^\d\d:\d\d$/),
  datetimepicker: {
    holds: 'selected_date_time',
    initially: 'initial_date_time',
    takes: (_, input) => (typeof input === 'number' ? input : undefined),
  },
}

/** Whether a person can leave something in it, as in a field; buttons only send. */
export function isField({ element }: Usable): boolean {
  return kinds[String(element['type'])] !== undefined && element['type'] !== 'overflow'
}

/** The state of a field after this input, or as it was first shown. Throws for what its kind cannot have. */
export function stateOf({ actionId, element }: Usable, input: Input | undefined): Json {
  const type = String(element['type'])
  const kind = kinds[type]
  if (kind === undefined) throw new Error(`Nothing can be entered in ${actionId}, a ${type}`)
  const { holds, initially, takes } = kind
  if (input === undefined) return { type, [holds]: element[initially] ?? (holds === 'selected_options' ? [] : null) }
  if (input === null || input === '') return { type, [holds]: holds === 'selected_options' ? [] : null }
  const value = takes(element, input)
  if (value === undefined) throw new Error(`${actionId}, a ${type}, cannot have ${JSON.stringify(input)}`)
  return { type, [holds]: value }
}

/** `state.values`: the state of each field by block and action. */
export function stateValues(fields: readonly Usable[], stateIn: (field: Usable) => Json): Json {
  const values: Record<string, Json> = {}
  for (const field of fields) {
    values[field.blockId] = { ...values[field.blockId], [field.actionId]: stateIn(field) }
  }
  return values
}

export function isEmpty(state: Json): boolean {
  return Object.entries(state).every(
    ([name, value]) => name === 'type' || value === null || (Array.isArray(value) && value.length === 0),
  )
}

function optionsOf({ options, option_groups }: Json): readonly Json[] {
  const groups = Array.isArray(option_groups) ? option_groups.filter(isJson) : []
  const grouped = groups.flatMap(group => (Array.isArray(group['options']) ? group['options'] : []))
  return [...(Array.isArray(options) ? options : []), ...grouped].filter(isJson)
}

function fitsLength({ min_length, max_length }: Json, words: string): boolean {
  return words.length >= Number(min_length ?? 0) && words.length <= Number(max_length ?? 3_000)
}

function isNumberFor({ is_decimal_allowed, min_value, max_value }: Json, words: string): boolean {
  const wellFormed = is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  const value = Number(words)
  return wellFormed.test(words) && value >= Number(min_value ?? -Infinity) && value <= Number(max_value ?? Infinity)
}

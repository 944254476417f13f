import { isJson, type Json } from '../../shared/json.ts'

/** The words on a card from top to bottom, one part a line. Nothing in them is markup. */
export function wordsOn(card: Json): readonly string[] {
  return [
    fields(card['source'], ['desc']),
    fields(card['main_title'], ['title', 'desc']),
    fields(card['emphasis_content'], ['title', 'desc']),
    fields(card['quote_area'], ['title', 'quote_text']),
    text(card['sub_title_text']),
    fields(card['image_text_area'], ['title', 'desc']),
    ...each(card['vertical_content_list']).map(item => fields(item, ['title', 'desc'])),
    ...each(card['horizontal_content_list']).map(item => fields(item, ['keyname', 'value'], ' ')),
    ...each(card['jump_list']).map(item => text(item['title'])),
    ...questionsOn(card).flatMap(question => [text(question['title']), ...each(question['option_list']).map(labelOf)]),
    fields(card['action_menu'], ['desc']),
    ...pressablesOn(card).map(({ label }) => label),
  ].filter(line => line !== '')
}

/** Addresses to which a press on the card leads. */
export function linksOn(card: Json): readonly string[] {
  const { card_action, quote_area, image_text_area } = card
  const leading = [card_action, quote_area, image_text_area, ...each(card['jump_list']), ...each(card['button_list'])]
  const rows = each(card['horizontal_content_list'])
  return [...leading, ...rows].flatMap(part =>
    isJson(part) && part['type'] === 1 && typeof part['url'] === 'string' ? [part['url']] : [],
  )
}

export interface Pressable {
  readonly label: string
  /** Null for one that only opens an address. */
  readonly key: string | null
}

/** Buttons, what is in the menu, and the button that submits. */
export function pressablesOn(card: Json): readonly Pressable[] {
  const { submit_button, action_menu, replace_text } = card
  const menu = isJson(action_menu) ? each(action_menu['action_list']) : []
  const own = isJson(submit_button) ? [submit_button] : each(card['button_list'])
  if (typeof replace_text === 'string') return [...menu.map(pressable), { label: replace_text, key: null }]
  return [...menu, ...own].map(pressable)
}

function pressable(item: Json): Pressable {
  const { key, type } = item
  return { label: labelOf(item), key: type === 1 || typeof key !== 'string' ? null : key }
}

/** The questions of a card: its selects or its checkbox. */
export function questionsOn(card: Json): readonly Json[] {
  return [card['button_selection'], card['checkbox'], ...each(card['select_list'])].filter(isJson)
}

export function each(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

function fields(value: unknown, names: readonly string[], between = '\n'): string {
  if (!isJson(value)) return ''
  return names
    .map(name => text(value[name]))
    .filter(words => words !== '')
    .join(between)
}

function labelOf(item: Json): string {
  return text(item['text'])
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

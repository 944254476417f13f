import type { Json } from '../shared/json.ts'
import type { Delivery } from './app/callbacks.ts'
import { pressXml, tellApp } from './app/telling.ts'
import { type Telling, tellEvent } from './bot/telling.ts'
import { each, pressablesOn, questionsOn } from './cards/reading.ts'
import type { Corp } from './corp.ts'
import { cardFor } from './posting.ts'
import type { Side } from './side.ts'

/** What was chosen in each question, by its key; a single choice may be given bare. */
export type Choices = Readonly<Record<string, string | readonly string[]>>

export interface PressOptions {
  readonly choices?: Choices
  /** Waits for an answer of the bot, so long at the most. */
  readonly waitMs?: number
}

interface Selected {
  readonly question: string
  readonly options: readonly string[]
}

/** What people do with cards. */
export function pressing(side: Side) {
  const { corp, settings } = side

  /** A button of the card, by its words or its key, with what is chosen in its questions. */
  function pressed(userId: string, messageId: string, button: string, via: 'bot' | 'app', choices: Choices) {
    const { message, place } = found(corp, userId, messageId)
    if (message.card === null || message.via !== via) throw new Error(`${messageId} is no card of the ${via}`)
    const card = cardFor(message.card, userId)
    const key = pressablesOn(card).find(each => each.label === button || each.key === button)?.key
    if (key == null) throw new Error(`There is nothing to press that is called ${button}`)
    const selected = questionsOn(card).map(each => chosen(each, each === card['checkbox'], choices))
    return { message, place, key, cardType: String(card['card_type']), selected }
  }

  return {
    /** Presses a button on a card of the bot. */
    presses(userId: string, messageId: string, button: string, options: PressOptions = {}): Promise<Telling> {
      const { choices = {}, waitMs } = options
      const { message, place, key, cardType, selected } = pressed(userId, messageId, button, 'bot', choices)
      const items = selected.map(({ question, options: chosenIds }) => ({
        question_key: question,
        option_ids: { option_id: chosenIds },
      }))
      const about = {
        ...{ card_type: cardType, event_key: key, task_id: message.card?.taskId ?? '' },
        ...(items.length === 0 ? {} : { selected_items: { selected_item: items } }),
      }
      const eventtype = 'template_card_event'
      const told: Json = settings.cardEvents === 'flat' ? { eventtype, ...about } : { eventtype, [eventtype]: about }
      return tellEvent(side, { kind: 'card', place, userId, told, waitMs, pressed: message })
    },

    /** Presses a button on a card of the app; resolves when the app has acknowledged it or it is lost. */
    pressesInApp(userId: string, messageId: string, button: string, choices: Choices = {}): Promise<Delivery> {
      return tellApp(side, userId, pressXml(side, pressed(userId, messageId, button, 'app', choices)))
    },
  }
}

/** What stands there when nobody chooses: in a select the option that was set, or the first one. */
function chosen(question: Json, isCheckbox: boolean, choices: Choices): Selected {
  const key = String(question['question_key'])
  const options = each(question['option_list']).map(option => ({ ...option, id: String(option['id']) }))
  const ids = options.map(({ id }) => id)
  const checked = options.filter(option => 'is_checked' in option && option.is_checked === true).map(({ id }) => id)
  const usual = isCheckbox ? checked : [ids.find(id => id === question['selected_id']) ?? ids[0] ?? '']
  const taken = [choices[key] ?? usual].flat()
  const unknown = taken.filter(id => !ids.includes(id))
  if (unknown.length > 0) throw new Error(`${key} has no option ${unknown.join(', ')}`)
  return { question: key, options: taken }
}

/** A message that this person sees. */
function found({ groups, botChats, appChats }: Corp, userId: string, messageId: string) {
  const chats = [botChats.get(userId), appChats.get(userId), ...groups.values()]
  for (const place of chats) {
    const message = place?.messages.find(each => each.id === messageId && !each.recalled)
    if (place !== undefined && message !== undefined && place.members.has(userId)) return { place, message }
  }
  throw new Error(`${userId} does not see ${messageId}`)
}

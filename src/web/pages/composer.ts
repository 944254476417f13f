import { api } from './api.ts'
import { nameOfOpen } from './chats.ts'
import { h, part, whileBusy } from './dom.ts'
import { ApiError } from './errors.ts'
import { newEventId } from './event-id.ts'
import { say, sayFault } from './say.ts'
import { groupOf, historyKey, type State, type Store } from './state.ts'
import type { Tell } from './status.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'

/** Where the visitor writes. What is half written stays with its person and chat. */
export function showComposer(store: Store, tell: Tell, onSaid: (place: string) => Promise<void>): void {
  const form = part('composer', HTMLFormElement)
  const text = part('text', HTMLTextAreaElement)
  const send = part('send', HTMLButtonElement)
  const chips = part('chips', HTMLElement)
  const drafts = new Map<string, string>()
  let shownChat = ''
  let attempt = { chat: '', text: '', eventId: '' }

  /** The same words said again because no answer came are the same event, so they cannot be heard twice. */
  function eventIdFor(chat: string, said: string): string {
    if (attempt.chat !== chat || attempt.text !== said) attempt = { chat, text: said, eventId: newEventId() }
    return attempt.eventId
  }

  async function submit(): Promise<void> {
    const { viewer, place, lang } = store.get()
    const said = text.value
    const chat = historyKey(viewer, place)
    if (said.trim() === '') return
    try {
      await api.say({ as: viewer, channel: place, text: said, eventId: eventIdFor(chat, said) })
      attempt = { chat: '', text: '', eventId: '' }
      drafts.delete(chat)
      if (shownChat === chat && text.value === said) text.value = ''
      // Reading on takes its own time; whoever is quick may say the next thing meanwhile.
      void onSaid(place)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      tell(sayFault(lang, error), 'fault')
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    text.focus()
    void whileBusy(send, submit)
  })
  text.addEventListener('keydown', event => {
    // Enter that settles a word in an input method is not for us; Safari tells so by the code 229 only.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    form.requestSubmit()
  })
  text.addEventListener('input', () => drafts.set(shownChat, text.value))

  function fillIn({ command, example }: Suggestion, { lang }: State): void {
    text.value = example === null ? command[lang] : `${command[lang]} ${example[lang]}`
    drafts.set(shownChat, text.value)
    text.focus()
    text.setSelectionRange(example === null ? text.value.length : command[lang].length + 1, text.value.length)
  }

  function draw(state: State): void {
    const { lang, viewer, place } = state
    const chat = historyKey(viewer, place)
    if (chat !== shownChat) text.value = drafts.get(chat) ?? ''
    shownChat = chat
    text.placeholder = say(lang, 'placeholder')
    text.setAttribute('aria-label', say(lang, 'message', { chat: nameOfOpen(state) }))
    const buttons = suggestionsFor(state).map(suggestion => {
      const chip = h('button', { type: 'button' }, suggestion.command[lang])
      chip.addEventListener('click', () => fillIn(suggestion, store.get()))
      return chip
    })
    chips.replaceChildren(...buttons)
  }

  store.watch(state => [state.lang, state.viewer, state.place, nameOfOpen(state), groupOf(state)?.team === null], draw)
}

import type { FormValues } from '../../content/content.ts'
import { h, part, unlessPressed } from './dom.ts'
import { type Act, drawMessage, type MessageDeps } from './message.ts'
import { say } from './say.ts'
import type { Message } from './shapes.ts'
import { direct, groupOf, historyKey, historyOf, type State, type Store, zoneOf } from './state.ts'
import { showDay } from './zone.ts'

/** So many are drawn at once; earlier ones on demand. */
const page = 100
const nearEnd = 80

interface Drawn {
  readonly signature: string
  readonly element: HTMLElement
}

/** The open chat's messages. What has not changed is not touched, so what is half filled in stays. */
export function showChatLog(store: Store, act: Act): void {
  const log = part('log', HTMLElement)
  const earlier = part('earlier', HTMLButtonElement)
  const newest = part('newest', HTMLButtonElement)
  const empty = part('empty', HTMLElement)
  const drafts = new Map<string, FormValues>()
  let drawn = new Map<string, Drawn>()
  let shownChat = ''
  let first = 0
  let wasAtEnd = true

  // Not every browser lets the keyboard reach what scrolls.
  log.tabIndex = 0
  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd
  /** A last message that is taller than the view is read from its beginning. */
  const goToEnd = () => {
    const last = log.lastElementChild?.getBoundingClientRect()
    const isTall = last !== undefined && last.height > log.clientHeight
    log.scrollTop = isTall ? log.scrollTop + last.top - log.getBoundingClientRect().top : log.scrollHeight
    wasAtEnd = true
    newest.hidden = true
  }

  function draw(state: State): void {
    const { messages, cursor } = historyOf(state)
    const chat = [historyKey(state.viewer, state.place), state.lang].join(' ')
    const isOther = chat !== shownChat || drawn.size === 0
    const follows = isOther || (wasAtEnd && !isFillingIn(log))
    if (isOther) {
      for (const { element } of drawn.values()) element.remove()
      drawn = new Map()
      first = messages.length - page
    } else if (follows) first = Math.max(first, messages.length - 2 * page)
    first = Math.max(0, first)
    shownChat = chat

    // Somebody who opens a chat wants to read it, not to hear all of it read out.
    log.setAttribute('aria-live', isOther ? 'off' : 'polite')
    const added = drawTail(messages, first, depsOf(state))

    earlier.hidden = first === 0
    empty.hidden = cursor === null || messages.length > 0
    empty.textContent = say(state.lang, groupOf(state)?.team === null ? 'emptyGroup' : 'emptyChat')
    // Who has just said something, or moves the clock, wants to see what comes of it.
    const isMine = added.some(message => message.from === state.viewer)
    if (follows || isMine || (added.length > 0 && state.clock?.travelling)) goToEnd()
    else if (added.length > 0) newest.hidden = false
  }

  /** Answers the messages that were not there before. */
  function drawTail(messages: readonly Message[], from: number, deps: MessageDeps): readonly Message[] {
    const before = drawn
    drawn = new Map()
    const added: Message[] = []
    let previous: Element = empty
    for (let at = from; at < messages.length; at++) {
      const message = messages[at]
      if (message === undefined) continue
      const day = dayOf(message, deps)
      const opensDay = at === from || dayOf(messages[at - 1], deps) !== day
      const signature = JSON.stringify([message.revision, message.recalled, opensDay && day, nameOf(message, deps)])
      const there = before.get(message.id)
      const element = there?.signature === signature ? there.element : drawItem(message, opensDay ? day : null, deps)
      if (there === undefined) added.push(message)
      if (there && there.element !== element) there.element.replaceWith(element)
      else if (previous.nextElementSibling !== element) previous.after(element)
      drawn.set(message.id, { signature, element })
      previous = element
    }
    for (const [id, { element }] of before) if (!drawn.has(id)) element.remove()
    return added
  }

  function depsOf(state: State): MessageDeps {
    const { lang, viewer, people, place } = state
    return { lang, viewer, people, zone: zoneOf(state), isDirect: place === direct, drafts, act }
  }

  earlier.addEventListener('click', () => {
    const fromEnd = log.scrollHeight - log.scrollTop
    first = Math.max(0, first - page)
    const state = store.get()
    drawTail(historyOf(state).messages, first, depsOf(state))
    earlier.hidden = first === 0
    log.scrollTop = log.scrollHeight - fromEnd
    log.focus()
  })
  newest.addEventListener('click', goToEnd)
  log.addEventListener('scroll', () => {
    wasAtEnd = isAtEnd()
    if (wasAtEnd) newest.hidden = true
  })
  // A keyboard that slides in or a line of status must not cover what was just said.
  new ResizeObserver(() => wasAtEnd && goToEnd()).observe(log)
  // A picture takes its room when it has come.
  log.addEventListener('load', () => wasAtEnd && !isFillingIn(log) && goToEnd(), true)
  store.watch(
    state => [historyOf(state), state.lang, state.people, zoneOf(state), groupOf(state)?.team],
    unlessPressed(log, draw),
  )
}

/** A form must not run away from under the hands. */
function isFillingIn(log: HTMLElement): boolean {
  return log.querySelector('form :focus') !== null
}

function dayOf(message: Message | undefined, { zone, lang }: MessageDeps): string {
  return message === undefined ? '' : showDay(message.at, zone, lang)
}

function nameOf({ from }: Message, { people }: MessageDeps): string | undefined {
  return people.find(person => person.id === from)?.name
}

function drawItem(message: Message, day: string | null, deps: MessageDeps): HTMLElement {
  const divider = day === null ? null : h('p', { class: 'day' }, h('span', {}, day))
  return h('div', { class: 'item' }, divider, drawMessage(message, deps))
}

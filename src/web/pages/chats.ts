import { drawBotAvatar } from './avatar.ts'
import { h, keepRows, part } from './dom.ts'
import { say } from './say.ts'
import { direct, groupOf, historyOf, type State, type Store } from './state.ts'

interface Chat {
  readonly place: string
  readonly name: string
  readonly note: string | null
}

export function chatsOf({ groups, lang }: State): readonly Chat[] {
  const rooms = groups.map(({ id, name, team }) => ({ place: id, name, note: team ? null : say(lang, 'noTeam') }))
  return [...rooms, { place: direct, name: say(lang, 'direct'), note: null }]
}

export function nameOfOpen(state: State): string {
  return groupOf(state)?.name ?? say(state.lang, 'direct')
}

/** The chats of the present person, and the head of the open one. */
export function showChats(store: Store, open: (place: string) => void): void {
  const list = part('chat-list', HTMLElement)
  const title = part('chat-title', HTMLElement)
  const subtitle = part('chat-subtitle', HTMLElement)
  const log = part('log', HTMLElement)
  const rows = keepRows(list, place => {
    const button = h('button', { type: 'button', 'data-place': place })
    button.addEventListener('click', () => open(place))
    return button
  })

  function draw(state: State): void {
    const chats = chatsOf(state)
    for (const chat of chats) drawRow(state, chat)
    rows.show(chats.map(({ place }) => place))
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    title.textContent = nameOfOpen(state)
    const team = groupOf(state)?.team
    subtitle.textContent = team ? `${team.name} · ${team.zone}` : ''
    log.setAttribute('aria-label', say(state.lang, 'log', { chat: nameOfOpen(state) }))
  }

  function drawRow(state: State, { place, name, note }: Chat): void {
    const { unread } = historyOf(state, place)
    const badge = h(
      'span',
      { class: 'unread' },
      h('span', { 'aria-hidden': 'true' }, unread > 99 ? '99+' : `${unread}`),
    )
    badge.append(h('span', { class: 'unseen' }, say(state.lang, 'unread', { n: unread })))
    const sign = place === direct ? drawBotAvatar() : h('span', { class: 'avatar group', 'aria-hidden': 'true' }, '#')
    const row = rows.of(place)
    if (place === state.place) row.setAttribute('aria-current', 'page')
    else row.removeAttribute('aria-current')
    const role = note === null ? [] : [h('span', { class: 'role' }, note)]
    row.replaceChildren(sign, h('span', { class: 'name' }, name), ...role, ...(unread > 0 ? [badge] : []))
  }

  store.watch(
    state => [
      JSON.stringify(state.groups),
      state.viewer,
      state.place,
      state.lang,
      chatsOf(state)
        .map(({ place }) => historyOf(state, place).unread)
        .join(),
    ],
    draw,
  )
}

import { drawAvatar } from './avatar.ts'
import { h, part } from './dom.ts'
import { isWord, say } from './say.ts'
import { roleOf, type State, type Store } from './state.ts'

/** Whom the visitor can be: a column on a desk, a sheet on a phone. */
export function showPeople(store: Store, choose: (viewer: string) => void): void {
  const list = part('people-list', HTMLElement)
  const sheet = part('people', HTMLElement)
  const me = part('me', HTMLButtonElement)

  function draw(state: State): void {
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['person'] : undefined
    const rows = state.people.map(person => {
      const role = roleOf(state, person)
      const button = h(
        'button',
        { type: 'button', 'aria-pressed': String(person.id === state.viewer), 'data-person': person.id },
        drawAvatar(person),
        h('span', { class: 'name' }, person.name),
        h('span', { class: 'role' }, isWord(role) ? say(state.lang, role) : role),
      )
      button.addEventListener('click', () => {
        if (sheet.matches(':popover-open')) sheet.hidePopover()
        choose(person.id)
      })
      return h('li', {}, button)
    })
    list.replaceChildren(...rows)
    if (held !== undefined) list.querySelector<HTMLElement>(`[data-person="${CSS.escape(held)}"]`)?.focus()
    drawMe(state)
  }

  function drawMe({ people, viewer, lang }: State): void {
    const person = people.find(({ id }) => id === viewer)
    if (person === undefined) return
    me.replaceChildren(drawAvatar(person), h('span', { class: 'name' }, person.name))
    me.setAttribute('aria-label', say(lang, 'switchPerson', { name: person.name }))
  }

  store.watch(state => [JSON.stringify(state.people), state.viewer, state.place, state.lang, state.groups.length], draw)
}

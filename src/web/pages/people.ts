import { drawAvatar } from './avatar.ts'
import { h, keepRows, part } from './dom.ts'
import { isWord, say } from './say.ts'
import { roleOf, type State, type Store } from './state.ts'

/** Whom the visitor can be: a column on a desk, a sheet on a phone. */
export function showPeople(store: Store, choose: (viewer: string) => void): void {
  const list = part('people-list', HTMLElement)
  const sheet = part('people', HTMLElement)
  const me = part('me', HTMLButtonElement)
  const rows = keepRows(list, person => {
    const button = h('button', { type: 'button', 'data-person': person })
    button.addEventListener('click', () => {
      if (sheet.matches(':popover-open')) sheet.hidePopover()
      choose(person)
    })
    return button
  })

  function draw(state: State): void {
    for (const person of state.people) {
      const role = roleOf(state, person)
      const row = rows.of(person.id)
      row.setAttribute('aria-pressed', String(person.id === state.viewer))
      row.replaceChildren(
        drawAvatar(person),
        h('span', { class: 'name' }, person.name),
        h('span', { class: 'role' }, isWord(role) ? say(state.lang, role) : role),
      )
    }
    rows.show(state.people.map(({ id }) => id))
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

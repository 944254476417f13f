type Attribute = string | number | boolean | undefined
export type Child = Node | string | null

/** Makes an element. Texts become text nodes, so nothing that a person typed is ever read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  element.append(...children.filter(child => child !== null))
  return element
}

/** An element of index.html, which this page cannot do without. */
export function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id)
  if (element instanceof kind) return element
  throw new Error(`index.html has no such part: ${id}`)
}

/** Runs `work` once however often it is clicked meanwhile; the button stays focused and says that it is busy. */
export async function whileBusy(button: HTMLButtonElement, work: () => Promise<void>): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  try {
    await work()
  } finally {
    button.removeAttribute('aria-busy')
  }
}

/** A tap's click may come a moment after the finger is up. */
const clickWithinMs = 100

/**
 * The same `draw`, but not while somebody presses a control in `area`: what moved away from under the finger would not be what
 * is clicked. What came meanwhile is drawn once the click is over.
 */
export function unlessPressed<S>(area: HTMLElement, draw: (state: S) => void): (state: S) => void {
  let pressed = false
  let held: { readonly state: S } | null = null
  let releasing: ReturnType<typeof setTimeout> | undefined

  function release(): void {
    pressed = false
    if (held !== null) draw(held.state)
    held = null
  }

  area.addEventListener('pointerdown', ({ target, button }) => {
    clearTimeout(releasing)
    // Only what is clicked: a browser's own list or menu may swallow the end of a press.
    pressed = button === 0 && target instanceof Element && target.closest('a, button, input, label, summary') !== null
    if (!pressed) release()
  })
  // The finger may be lifted anywhere, or the window may go.
  for (const end of ['pointerup', 'pointercancel', 'contextmenu', 'blur'])
    addEventListener(end, () => {
      clearTimeout(releasing)
      releasing = pressed ? setTimeout(release, clickWithinMs) : undefined
    })
  return state => {
    if (pressed) held = { state }
    else draw(state)
  }
}

/**
 * The rows of a list, each made once by its key: what is pressed while the list is drawn anew stays the same element, or the
 * browser would take the press back.
 */
export function keepRows(list: HTMLElement, make: (key: string) => HTMLElement) {
  const rows = new Map<string, HTMLElement>()

  return {
    of(key: string): HTMLElement {
      const row = rows.get(key) ?? make(key)
      rows.set(key, row)
      return row
    },
    /** Lets these alone stand in the list, in this order. */
    show(keys: readonly string[]): void {
      const wanted = keys.map(key => this.of(key).parentElement ?? h('li', {}, this.of(key)))
      if (wanted.some((item, at) => list.children[at] !== item) || list.children.length !== wanted.length)
        list.replaceChildren(...wanted)
    },
  }
}

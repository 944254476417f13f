import { z } from 'zod'
import { checkView } from '../block-kit/view.ts'
import type { Side } from '../side.ts'
import { deepestStack, findView, redraw, type StoredView, stack } from '../views.ts'
import { viewObject } from '../wire/view.ts'
import { nested, text } from './arguments.ts'
import { type Answer, type Method, method, mistaken, refused } from './method.ts'

const view = nested(z.unknown())
const opening = z.strictObject({ trigger_id: text.optional(), view, interactivity_pointer: text.optional() })
type Opening = z.infer<typeof opening>

const open = method({ takes: opening, rate: 4, run: (given, side) => show(side, given, 'alone') })
const push = method({ takes: opening, rate: 4, run: (given, side) => show(side, given, 'on top') })

function show(side: Side, given: Opening, how: 'alone' | 'on top'): Answer {
  const trigger = side.permits.useTrigger(given.trigger_id ?? given.interactivity_pointer ?? '')
  if (!trigger.ok) return refused(trigger.error)
  const checked = checkView(side, given.view, 'modal')
  if (!checked.ok) return mistaken('invalid_arguments', checked.messages)
  const under = how === 'alone' ? [] : (side.views.modals.get(trigger.user) ?? [])
  if (under.length >= deepestStack) return refused('push_limit_reached')
  return { ok: true, view: viewObject(stack(side, trigger.user, under, checked), side.workspace) }
}

const update = method({
  takes: z.strictObject({ view_id: text.optional(), external_id: text.optional(), view, hash: text.optional() }),
  rate: 4,
  run({ view_id, external_id, view: wanted, hash }, side) {
    const stored = findView(side.views, ({ id, definition }) =>
      view_id === undefined ? external_id !== undefined && definition['external_id'] === external_id : id === view_id,
    )
    if (stored === undefined) return refused('not_found')
    if (hash !== undefined && hash !== stored.hash) return refused('hash_conflict')
    const checked = checkView(side, wanted, stored.definition['type'] === 'home' ? 'home' : 'modal')
    if (!checked.ok) return mistaken('invalid_arguments', checked.messages)
    redraw(side, stored, checked)
    return { ok: true, view: viewObject(stored, side.workspace) }
  },
})

const publish = method({
  takes: z.strictObject({ user_id: text, view, hash: text.optional() }),
  rate: 4,
  run({ user_id: user, view: wanted, hash }, side) {
    if (!side.workspace.users.has(user)) return mistaken('invalid_arguments', ['[ERROR] no such user'])
    const before = side.views.homes.get(user)
    if (hash !== undefined && hash !== before?.hash) return refused('hash_conflict')
    const checked = checkView(side, wanted, 'home')
    if (!checked.ok) return mistaken('invalid_arguments', checked.messages)
    const stored = before ?? newHome(side, user)
    redraw(side, stored, checked)
    return { ok: true, view: viewObject(stored, side.workspace) }
  },
})

function newHome({ views, newId }: Side, user: string): StoredView {
  const id = newId('V')
  const home = { id, user, rootId: id, previousId: null, definition: {}, blocks: [], hash: '' }
  views.homes.set(user, home)
  return home
}

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}

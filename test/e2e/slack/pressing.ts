import type { SlackSimulator } from '../../simulators/slack/index.ts'
import type { SeenMessage, SeenView } from '../../simulators/slack/seeing.ts'

interface Pressable {
  readonly action_id: string
  readonly value?: string
  readonly text: { readonly text: string }
}

/** Presses the button of a message that is called so. Throws where there is none, or what Slack would not take. */
export async function presses(slack: SlackSimulator, user: string, message: SeenMessage, label: string): Promise<void> {
  const buttons = message.blocks.flatMap(({ elements, accessory }) =>
    [elements ?? [], accessory ?? []].flat().filter(isButton),
  )
  const button = buttons.find(({ text }) => text.text === label)
  if (button === undefined)
    throw new Error(`no button ${label} among ${buttons.map(({ text }) => text.text).join(' | ')}`)
  const { action_id: actionId, value } = button
  const { channel, ts } = message
  const { delivery } = await slack.clicks(user, { channel, ts, actionId, ...(value !== undefined && { value }) })
  if (!delivery.acked) throw new Error(`nobody took ${label}`)
}

/** The modal that somebody has before them. */
export function modalOf(slack: SlackSimulator, user: string): SeenView {
  const view = slack.openView(user)
  if (view === null) throw new Error(`${user} has no modal open`)
  return view
}

/** The id of the field under this label. */
export function fieldIn(slack: SlackSimulator, { blocks }: SeenView, label: RegExp): string {
  const block = blocks.find(one => one.type === 'input' && label.test(slack.visibleText({ blocks: [one] }).text))
  if (block === undefined) throw new Error(`the modal asks no ${label}`)
  return block.block_id
}

function isButton(element: unknown): element is Pressable {
  return typeof element === 'object' && element !== null && 'type' in element && element.type === 'button'
}

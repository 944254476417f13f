import type { Json } from '../shared/json.ts'
import { type Input, isField, stateOf, stateValues, type Usable, usablesIn } from './inputs.ts'
import type { Delivery } from './link.ts'
import { takeAnswer } from './response-url.ts'
import type { Side } from './side.ts'
import { asWritten } from './speech.ts'
import { tsAt } from './timestamps.ts'
import { findView } from './views.ts'
import { messageObject } from './wire/message.ts'
import { viewObject } from './wire/view.ts'
import { type Block, type Channel, channelOf, type Message, messageOf, userOf } from './workspace.ts'

export interface Interacted {
  readonly delivery: Delivery
  /** What the app answered with its acknowledgement; null when nothing, or when there was none. */
  readonly payload: Json | null
  readonly triggerId: string
  /** Of a message only. */
  readonly responseUrl: string | null
}

/** The element that is used, in a message or in a view; `value` tells buttons apart and is what a menu is set to. */
export type ClickTarget = { readonly actionId: string; readonly value?: Exclude<Input, null> } & (
  | { readonly channel: string; readonly ts: string }
  | { readonly viewId: string }
)

/** Commands, buttons, menus and shortcuts; each resolves when the app has acknowledged or Slack gave up. */
export function interactions(side: Side) {
  const { workspace, permits, origin } = side

  async function interact(user: string, body: Json, url: string | null): Promise<Interacted> {
    const triggerId = permits.issueTrigger(user)
    const response = url === null ? {} : { response_url: url }
    const whole = { ...commonFields(side, user), trigger_id: triggerId, ...body, ...response }
    const delivery = await side.link.deliver({ kind: 'interactive', body: whole })
    return { delivery, payload: payloadOf(delivery), triggerId, responseUrl: url }
  }

  function urlFor(channel: Channel, user: string, ts?: string): string {
    const scope = { channel: channel.id, user, ...(ts === undefined ? {} : { ts }) }
    return `${origin}${permits.issueResponsePath(scope)}`
  }

  function clickInMessage(user: string, target: ClickTarget, channel: Channel, message: Message) {
    const used = find(message.blocks, target)
    const isEphemeral = message.onlyFor !== undefined
    const container = { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: isEphemeral }
    const body = {
      type: 'block_actions',
      container,
      channel: { id: channel.id, name: nameFor(channel) },
      // Slack keeps no whisper, so it cannot show it again.
      ...(isEphemeral ? {} : { message: messageObject(message, workspace) }),
      state: { values: statesIn(message.blocks, used, target.value) },
      actions: [actionOf(side, used, target.value)],
    }
    return interact(user, body, urlFor(channel, user, message.ts))
  }

  function clickInView(user: string, target: ClickTarget, viewId: string) {
    const view = findView(side.views, each => each.id === viewId && each.user === user)
    if (view === undefined) throw new Error(`${user} has no view ${viewId} open`)
    const used = find(view.blocks, target)
    const body = {
      type: 'block_actions',
      container: { type: 'view', view_id: viewId },
      view: viewObject(view, workspace, statesIn(view.blocks, used, target.value)),
      actions: [actionOf(side, used, target.value)],
    }
    return interact(user, body, null)
  }

  return {
    /**
     * `text` is what was typed; it arrives as a message's words do, with picks from Slack's lists as `<@U1>`. A command that is
     * not in the manifest Slack refuses by itself, and the app hears nothing of it.
     */
    async slash(user: string, channelId: string, command: string, text = ''): Promise<Interacted> {
      if (!side.settings.slashCommands.includes(command)) throw new Error(`${command} is not a valid command`)
      const { id, name, teamId } = userOf(workspace, user)
      const channel = channelOf(workspace, channelId)
      const responseUrl = urlFor(channel, user)
      const triggerId = permits.issueTrigger(user)
      const place = { channel_id: channel.id, channel_name: nameFor(channel), team_domain: workspace.domain }
      const who = { token: 'verification-token', team_id: teamId, user_id: id, user_name: name }
      const app = { api_app_id: workspace.appId, is_enterprise_install: 'false' }
      const links = { response_url: responseUrl, trigger_id: triggerId }
      const body = { ...who, ...place, command, text: asWritten(text, workspace, { named: true }), ...app, ...links }
      const delivery = await side.link.deliver({ kind: 'slash', body })
      const payload = payloadOf(delivery)
      if (payload !== null) takeAnswer(side, { channel: channel.id, user }, payload)
      return { delivery, payload, responseUrl, triggerId }
    },

    clicks(user: string, target: ClickTarget): Promise<Interacted> {
      if ('viewId' in target) return clickInView(user, target, target.viewId)
      const channel = channelOf(workspace, target.channel)
      const message = messageOf(channel, target.ts)
      const visible = message !== undefined && (message.onlyFor ?? user) === user && channel.members.has(user)
      if (!visible) throw new Error(`${user} sees no message ${target.ts} in ${channel.id}`)
      return clickInMessage(user, target, channel, message)
    },

    usesShortcut(user: string, channelId: string, ts: string, callbackId: string): Promise<Interacted> {
      const channel = channelOf(workspace, channelId)
      const message = messageOf(channel, ts)
      if (message === undefined) throw new Error(`There is no message ${ts} in ${channelId}`)
      const place = { channel: { id: channel.id, name: nameFor(channel) }, message_ts: ts, action_ts: tsAt(side.now()) }
      const shown = messageObject(message, workspace)
      const body = { type: 'message_action', callback_id: callbackId, ...place, message: shown }
      return interact(user, body, urlFor(channel, user, ts))
    },
  }
}

/** Who acts, for which app. */
export function commonFields({ workspace }: Side, user: string): Json {
  const { id, name, teamId } = userOf(workspace, user)
  return {
    user: { id, username: name, name, team_id: teamId },
    team: { id: workspace.teamId, domain: workspace.domain },
    api_app_id: workspace.appId,
    token: 'verification-token',
    enterprise: null,
    is_enterprise_install: false,
  }
}

export function payloadOf(delivery: Delivery): Json | null {
  return delivery.acked ? delivery.payload : null
}

function nameFor({ kind, name }: Channel): string {
  return { channel: name, group: 'privategroup', im: 'directmessage' }[kind]
}

function find(blocks: readonly Block[], { actionId, value }: ClickTarget): Usable {
  const named = usablesIn(blocks).filter(usable => usable.actionId === actionId && usable.input?.dispatches !== false)
  const used = named.find(({ element }) => named.length === 1 || value === undefined || element['value'] === value)
  if (used === undefined) throw new Error(`There is nothing to use named ${actionId}`)
  const { element } = used
  if (element['type'] === 'button' && value !== undefined && element['value'] !== value) {
    throw new Error(`The button ${actionId} does not have the value ${JSON.stringify(value)}`)
  }
  return used
}

function actionOf(side: Side, used: Usable, value: Input | undefined): Json {
  const { blockId: block_id, actionId: action_id, element } = used
  const place = { action_id, block_id, action_ts: tsAt(side.now()) }
  if (element['type'] !== 'button') return { ...place, ...stateOf(used, value) }
  const { text, value: own, style } = element
  const optional = { ...(own === undefined ? {} : { value: own }), ...(style === undefined ? {} : { style }) }
  return { ...place, type: 'button', text, ...optional }
}

/** The state of every field there, one of them just changed. */
function statesIn(blocks: readonly Block[], used: Usable, value: Input | undefined): Json {
  return stateValues(usablesIn(blocks).filter(isField), field => {
    const changed = field.blockId === used.blockId && field.actionId === used.actionId
    return stateOf(field, changed ? value : undefined)
  })
}

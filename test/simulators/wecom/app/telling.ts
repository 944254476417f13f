import { chatOf, type Message } from '../corp.ts'
import { put } from '../posting.ts'
import type { Side } from '../side.ts'
import type { Delivery } from './callbacks.ts'
import { drawnXml, type Xml } from './xml.ts'

/** What a person says to the app, as plain XML. */
export function appXml({ settings, now }: Side, userId: string, told: Xml, at: Date = now()): string {
  return drawnXml({
    ToUserName: settings.corpId,
    FromUserName: userId,
    CreateTime: Math.floor(at.getTime() / 1_000),
    ...told,
    AgentID: settings.agentId,
  })
}

/** Resolves when the app has acknowledged it or it is lost; what the app says at once is shown. */
export async function tellApp(side: Side, userId: string, told: Xml): Promise<Delivery> {
  const delivery = await side.callbacks.deliver(appXml(side, userId, told))
  if (delivery.reply !== null) {
    put(side, chatOf(side.corp, 'app', userId), { via: 'app', kind: 'text', text: delivery.reply })
  }
  return delivery
}

export interface Pressed {
  readonly key: string
  readonly message: Message
  readonly cardType: string
  readonly selected: readonly { readonly question: string; readonly options: readonly string[] }[]
}

export function pressXml(side: Side, { key, message, cardType, selected }: Pressed): Xml {
  const items = selected.map(({ question, options }) => ({
    QuestionKey: question,
    OptionIds: { OptionId: options },
  }))
  return {
    ...{ MsgType: 'event', Event: 'template_card_event', EventKey: key, TaskId: message.card?.taskId ?? '' },
    ...{ CardType: cardType, ResponseCode: side.responseCodes.issue([message]) },
    ...(items.length === 0 ? {} : { SelectedItems: { SelectedItem: items } }),
  }
}

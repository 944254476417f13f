import { createDingTalkAdapter } from '../../adapters/dingtalk/index.ts'
import type { DingTalkPayload } from '../../adapters/dingtalk/render/payload.ts'
import { readCard } from '../adapters/dingtalk/card-reader.ts'
import { bareParts } from '../adapters/parts.ts'
import { openDingTalkSimulator } from '../simulators/dingtalk/index.ts'
import type { SeenMessage } from '../simulators/dingtalk/seeing.ts'
import { visibleText } from '../simulators/dingtalk/visible.ts'
import { adapterContract, type Reading } from './adapter-contract.ts'
import { drawnPictures, keptFiles } from './samples.ts'

const [GROUP, LI, WANG] = ['cidSales==', 'li01', 'wang02'] as const

/** What people read of a message: on its card where it is one. */
function readPayload({ card, ringing, atUserIds, bare }: DingTalkPayload): Reading {
  if (card === null) return visibleText({ text: ringing, mentions: atUserIds, kind: bare ? 'text' : 'markdown' })
  return { ...readFilled(card.params), mentions: atUserIds }
}

function readFilled(params: Readonly<Record<string, string>>) {
  const { title, text, links, buttons } = readCard(params)
  return { text: [title, text, ...buttons.map(({ label }) => label)].join('\n'), links }
}

async function openSubject(cardTemplateId: string | null) {
  const dingtalk = await openDingTalkSimulator()
  for (const [staffId, name] of [
    [LI, 'Li'],
    [WANG, 'Wang'],
  ] as const)
    void dingtalk.addPerson({ staffId, name })
  dingtalk.addGroup({ conversationId: GROUP, title: 'sales', members: [LI, WANG] })
  const { apiUrl, oapiUrl, clientId, clientSecret, robotCode } = dingtalk
  const settings = {
    apiUrl,
    oapiUrl,
    clientId,
    clientSecret,
    robotCode,
    cardTemplateId,
    monthlyCalls: 5_000,
    reportTemplate: null,
  }
  const adapter = createDingTalkAdapter(settings, bareParts({ files: keptFiles, pictures: drawnPictures }))
  const wordsOf = (one: SeenMessage) =>
    one.outTrackId === null
      ? visibleText(one).text
      : readFilled(dingtalk.card(one.outTrackId, { as: LI })?.params ?? {}).text
  return {
    adapter,
    group: GROUP,
    li: LI,
    wang: WANG,
    async seenBy(viewer: string, place: 'group' | 'direct') {
      const seen = place === 'group' ? dingtalk.messages(GROUP) : dingtalk.directMessages(viewer)
      return seen.map(wordsOf)
    },
    async picturesSeenBy(viewer: string, place: 'group' | 'direct') {
      const seen = place === 'group' ? dingtalk.messages(GROUP) : dingtalk.directMessages(viewer)
      const words = seen.map(one => {
        const card = one.outTrackId === null ? null : dingtalk.card(one.outTrackId, { as: LI })
        return card ? JSON.stringify(card.params) : one.text
      })
      const ids = words.flatMap(said => [...said.matchAll(/!\[[^\]]*\]\((@[^)]+)\)/g)].map(([, id = '']) => id))
      return ids.map(id => dingtalk.media(id))
    },
    async filesSeenBy(viewer: string, place: 'group' | 'direct') {
      const seen = place === 'group' ? dingtalk.messages(GROUP) : dingtalk.directMessages(viewer)
      return seen.flatMap(({ kind, title, media }) =>
        kind === 'sampleFile' && media !== null ? [{ name: title, bytes: dingtalk.media(media) }] : [],
      )
    },
    read: readPayload,
    [Symbol.asyncDispose]: () => dingtalk.close(),
  }
}

adapterContract<DingTalkPayload>({ name: 'DingTalk', make: () => openSubject(null) })
adapterContract<DingTalkPayload>({ name: 'DingTalk with cards', make: () => openSubject('bellwether.schema') })

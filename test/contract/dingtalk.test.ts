import { createDingTalkAdapter } from '../../adapters/dingtalk/index.ts'
import type { DingTalkPayload } from '../../adapters/dingtalk/render/payload.ts'
import { bareParts } from '../adapters/parts.ts'
import { openDingTalkSimulator } from '../simulators/dingtalk/index.ts'
import { adapterContract } from './adapter-contract.ts'

const [GROUP, LI, WANG] = ['cidSales==', 'li01', 'wang02'] as const

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
  const adapter = createDingTalkAdapter(settings, bareParts())
  return {
    adapter,
    group: GROUP,
    li: LI,
    wang: WANG,
    async seenBy(viewer: string, place: 'group' | 'direct') {
      const seen = place === 'group' ? dingtalk.messages(GROUP) : dingtalk.directMessages(viewer)
      return seen.map(one => dingtalk.visibleText(one).text)
    },
    read: ({ ringing, atUserIds, bare }: DingTalkPayload) =>
      dingtalk.visibleText({ text: ringing, mentions: atUserIds, kind: bare ? 'text' : 'markdown' }),
    [Symbol.asyncDispose]: () => dingtalk.close(),
  }
}

adapterContract<DingTalkPayload>({ name: 'DingTalk', make: () => openSubject(null) })

import type { Json } from '../shared/json.ts'
import type { Side } from './side.ts'

/** What people send that is not text; bytes are what the app gets when it downloads it. */
export type Sending =
  | { readonly kind: 'picture' | 'video'; readonly bytes?: Uint8Array }
  /** DingTalk writes down what was spoken. */
  | { readonly kind: 'audio'; readonly recognition: string; readonly bytes?: Uint8Array }
  | { readonly kind: 'file'; readonly name: string; readonly bytes?: Uint8Array }
  /** Words with pictures between them. */
  | { readonly kind: 'richText'; readonly parts: readonly (string | { readonly picture: Uint8Array })[] }
  | { readonly kind: 'unknownMsgType' }

export function contentOf(side: Side, sending: Sending): Json {
  switch (sending.kind) {
    case 'picture':
      return picture(side, sending.bytes)
    case 'video':
      return { duration: '5', videoType: 'mp4', downloadCode: kept(side, 'video', sending.bytes, 'video/mp4') }
    case 'audio':
      return { downloadCode: kept(side, 'audio', sending.bytes, 'audio/amr'), recognition: sending.recognition }
    case 'file': {
      const downloadCode = kept(side, sending.name, sending.bytes, 'application/octet-stream')
      return { spaceId: side.newId('space'), fileId: side.newId('file'), fileName: sending.name, downloadCode }
    }
    case 'richText': {
      const parts = sending.parts.map(part =>
        typeof part === 'string' ? { text: part } : { type: 'picture', ...picture(side, part.picture) },
      )
      return { richText: parts }
    }
    case 'unknownMsgType':
      return { unknownMsgType: '用户发送了一条消息，机器人暂不支持接收。' }
  }
}

function picture(side: Side, bytes: Uint8Array | undefined): Json {
  const downloadCode = kept(side, 'picture', bytes, 'image/png')
  return { downloadCode, pictureDownloadCode: downloadCode }
}

/** Returns the code that it can be downloaded by. */
function kept(side: Side, name: string, content: Uint8Array = new Uint8Array([0]), type: string): string {
  const code = side.newId('download')
  side.company.downloads.set(code, { name, type, content })
  return code
}

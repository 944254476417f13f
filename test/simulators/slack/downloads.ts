import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../shared/reply.ts'
import { failed } from './reply.ts'
import type { Side } from './side.ts'

/** Below it each file has a folder, by the ids of its workspace and its own. */
export const filesPath = '/files-pri/'

/** Gives out the bytes of a file to whoever shows the bot's token and may read files. */
export async function giveFile(side: Side, path: string, token: string | undefined): Promise<Reply> {
  const { settings, workspace, tempers, recording } = side
  const [folder = ''] = path.slice(filesPath.length).split('/')
  const id = folder.slice(workspace.teamId.length + 1)
  recording.calls.push({ method: 'download', arguments: { file: id }, at: settings.realNow() })
  if (token !== settings.botToken) {
    recording.unexpected.push(`download: ${token === undefined ? 'no token' : 'another token'} was shown for ${id}`)
    return loginPage
  }
  if (tempers.tokensRevoked || !settings.scopes.includes('files:read')) return loginPage
  const failure = tempers.take('download')
  if (failure !== undefined) return failed(side, failure)
  const file = workspace.files.get(id)
  if (file === undefined || file.content === null || !file.completed) {
    recording.unexpected.push(`download: there is no file ${id}`)
    return { kind: 'answer', status: 404, headers: {}, body: '' }
  }
  if (tempers.filesComeAfterMs > 0) await sleep(tempers.filesComeAfterMs)
  const type = String(file.seenAs?.['mimetype'] ?? 'application/octet-stream')
  return { kind: 'answer', status: 200, headers: { 'content-type': type }, body: file.content }
}

/** Slack refuses nobody here: it shows where to log in, and says that all is well. */
const loginPage: Reply = {
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>',
}

import { UserError } from '../../base/errors.ts'
import { tidy } from '../../commands/tidy.ts'
import type { MemberContext } from '../../context.ts'
import type { HandedFile } from './handed-store.ts'
import type { Notice } from './notice.ts'
import type { NoticeFields } from './request.ts'
import { handedBy } from './take-file.ts'
import { forgottenFile, noFileYet, noSuchFile } from './words/handed.ts'

/** What goes with a notice. What was not said is undefined; null takes away what was there. */
export interface Attached {
  readonly link: string | undefined
  readonly file: HandedFile | null | undefined
}

/**
 * Finds the file that `file=` names among those that its author handed to us; an address there is a link. Throws UserError for
 * one that we do not have.
 */
export async function readAttached(ctx: MemberContext, { link, file }: NoticeFields): Promise<Attached> {
  const typed = file?.trim() ?? ''
  if (typed === '') return { link, file: undefined }
  if (/:\/\/|^www\./i.test(typed)) return { link: typed, file: undefined }
  if (/^(?:none|no|无|没有|不带|去掉)$/.test(tidy(typed))) return { link, file: null }
  const handed = await handedBy(ctx)
  const found = pickFile(typed, handed)
  if (found) return { link, file: found }
  if (isRef(typed)) throw new UserError('notices.file-forgotten', forgottenFile)
  const [latest] = handed
  throw new UserError('notices.no-file', latest ? noSuchFile(typed, latest.name) : noFileYet)
}

/** The latest of those that are meant: by our name for it, by theirs, whole or in part, or as the last one. */
function pickFile<F extends HandedFile>(typed: string, latestFirst: readonly F[]): F | undefined {
  if (isRef(typed)) return latestFirst.find(({ ref }) => ref === typed)
  const said = alike(typed)
  if (/^(?:last|latest|it|yes|是|有|刚才的|刚发的|最近的|上一个)$/.test(said)) return latestFirst[0]
  if (said === '') return undefined
  const called = latestFirst.map(file => ({ file, name: alike(file.name) }))
  const [found] = [
    ...called.filter(({ name }) => name === said),
    ...called.filter(({ name }) => name.startsWith(`${said}.`)),
    ...called.filter(({ name }) => name.startsWith(said)),
    ...called.filter(({ name }) => name.includes(said)),
  ]
  return found?.file
}

/** Our name for a file, as the form's choice and the button say it. */
function isRef(typed: string): boolean {
  return /^[0-9a-f]{64}$/.test(typed)
}

/** One spelling of a name, which may be longer than what `tidy` reads; what no name of ours has in it is a space. */
function alike(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  return plain.replaceAll(/[\s/\\:*?"<>|“”「」《》]+/gu, ' ').trim()
}

/** As a notice holds it. */
export function fileOf(file: Attached['file']): Pick<Notice, 'fileRef' | 'fileName'> {
  return { fileRef: file?.ref ?? null, fileName: file?.name ?? null }
}

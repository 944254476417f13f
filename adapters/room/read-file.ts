import { mostFileBytes } from '../../src/platform/files.ts'
import { readBytes } from '../shared/read-bytes.ts'
import { Refusal } from './refusal.ts'

/** Reads the file that a request brings as its body. Throws Refusal. */
export async function readFile(request: Request): Promise<Uint8Array> {
  const bytes = await readBytes(request, mostFileBytes)
  if (bytes === 'too large') throw new Refusal('file-too-large', `A file has at most ${mostFileBytes} bytes`)
  if (bytes === 'cut off') throw new Refusal('cut-off', 'The file did not come whole')
  if (bytes.byteLength === 0) throw new Refusal('file-empty', 'There is nothing in the file')
  return bytes
}

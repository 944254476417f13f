import { Unzip, UnzipInflate, zipSync } from 'fflate'

/** Ten thousand words with suggestions come to some 3 MB, and each further MB would keep everybody waiting for a moment. */
const mostInflated = 10 * 1024 * 1024
const mostFiles = 200
/** Each byte may become a thousand: what came of them is counted after every bite. */
const bite = 16 * 1024

/**
 * The archive packed anew, without compression, from what was counted while it was inflated. A list of contents that tells
 * another story than the files themselves, or names one file many times over, is so left behind.
 */
export function repacked(bytes: Uint8Array): Uint8Array | 'swollen' | 'unreadable' {
  const files = new Map<string, Uint8Array[]>()
  let count = 0
  let inflated = 0
  const isSwollen = () => inflated > mostInflated || count > mostFiles
  const unzip = new Unzip(file => {
    const chunks: Uint8Array[] = []
    files.set(file.name, chunks)
    count++
    file.ondata = (error, chunk) => {
      if (error) throw error
      inflated += chunk.byteLength
      if (isSwollen()) throw new Swollen()
      if (isNeeded(file.name)) chunks.push(chunk)
    }
    if (isSwollen()) throw new Swollen()
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.byteLength; at += bite)
      unzip.push(bytes.subarray(at, at + bite), at + bite >= bytes.byteLength)
  } catch (error) {
    return error instanceof Swollen ? 'swollen' : 'unreadable'
  }
  if (files.size === 0) return 'unreadable'
  const whole = [...files].map(([name, chunks]) => [name, joined(chunks)] as const)
  return zipSync(Object.fromEntries(whole.filter(([name]) => isNeeded(name))), { level: 0 })
}

class Swollen extends Error {}

const isNeeded = (name: string): boolean => /\.(?:xml|rels)$/.test(name)

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

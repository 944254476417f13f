import { ApiError } from './errors.ts'

export interface Uploading {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  onShare(share: number): void
}

/** Sends the bytes of a file and tells how far it is, which `fetch` cannot. Throws ApiError. */
export async function upload(url: string, file: File, { signal, onShare }: Uploading): Promise<void> {
  await glance(file)
  if (signal.aborted) throw new ApiError('offline', 'It was called off')
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const request = new XMLHttpRequest()
  const fail = () => reject(new ApiError('offline', 'No answer came'))
  request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total))
  for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, fail)
  request.addEventListener('load', () => {
    if (request.status < 400) return resolve()
    const { code = 'internal', message = request.statusText } = request.response?.error ?? {}
    reject(new ApiError(code, message))
  })
  signal.addEventListener('abort', () => request.abort())
  request.open('POST', url)
  request.responseType = 'json'
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return promise
}

/** A folder, or what was moved away since it was chosen, would fail as if nobody had answered. */
async function glance(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer()
  } catch (cause) {
    throw new ApiError('file-unreadable', String(cause))
  }
}

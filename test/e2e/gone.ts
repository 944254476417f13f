const broken: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/**
 * For what is asked of a process that is killed meanwhile: a connection that broke, or was never made, is answered by `instead`.
 * Anything else, such as a refusal, is thrown.
 */
export function ifGone<T>(instead: T): (error: unknown) => T {
  return error => {
    const cause = error instanceof TypeError ? error.cause : undefined
    if (cause instanceof Error && 'code' in cause && broken.has(cause.code)) return instead
    throw error
  }
}

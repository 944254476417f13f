import type { Hono } from 'hono'

/**
 * Where a platform calls us. Whoever answers finds out whether it really was the platform, and how much of a body it
 * reads at most.
 */
export interface Webhook {
  readonly path: string
  /** `POST` alone unless told. */
  readonly methods?: readonly ('GET' | 'POST')[]
  answer(request: Request): Promise<Response>
}

/** The doors of the platforms that call instead of being listened to. */
export function addPlatforms(app: Hono, webhooks: readonly Webhook[]): void {
  for (const { path, methods = ['POST'], answer } of webhooks) app.on([...methods], path, c => answer(c.req.raw))
}

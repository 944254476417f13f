import { z } from 'zod'

export const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  })

export const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  })

export const anyText = (most: number) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)])

export const confirmation = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
})

const optionValue = z.string().min(1).max(150)

export const option = z.strictObject({
  text: plainText(75),
  value: optionValue,
  description: plainText(75).optional(),
})

/** Radio buttons and checkboxes may be written in mrkdwn. */
export const richOption = z.strictObject({
  text: anyText(75),
  value: optionValue,
  description: anyText(75).optional(),
})

export const linkOption = option.extend({ url: z.string().max(3_000).optional() })

export const actionId = z.string().min(1).max(255).optional()
export const blockId = z.string().min(1).max(255).optional()

/**
 * What a template of ours knows. A customer builds it once on DingTalk's card platform by `TEMPLATE.md`, so a name here is a
 * promise. Every value is a text of at most a kilobyte; of those that are not needed it is empty, so that a revision leaves
 * nothing of what stood there before.
 */
export const texts = ['text1', 'text2', 'text3', 'text4', 'text5', 'text6'] as const
export const buttonRows = ['buttons1', 'buttons2', 'buttons3', 'buttons4'] as const

/** For whoever pressed a button, and for them alone: that it was taken in. */
export const PRESSED = 'pressed'

export type CardParams = Readonly<Record<string, string>>

/** DingTalk's limit for one value, in bytes. */
export const LARGEST_VALUE = 1_024

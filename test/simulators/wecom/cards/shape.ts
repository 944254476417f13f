import { z } from 'zod'
import {
  actionMenu,
  buttons,
  cardAction,
  cardImage,
  checkbox,
  feedback,
  horizontalContents,
  imageText,
  jumps,
  quoteArea,
  select,
  selects,
  source,
  submitButton,
  taskId,
  title,
  verticalContents,
} from './parts.ts'

const common = {
  source: source.optional(),
  action_menu: actionMenu.optional(),
  task_id: taskId.optional(),
  feedback: feedback.optional(),
}
const told = {
  ...common,
  main_title: title.optional(),
  quote_area: quoteArea.optional(),
  horizontal_content_list: horizontalContents.optional(),
  jump_list: jumps.optional(),
  card_action: cardAction.optional(),
}

const textNotice = z.strictObject({
  ...told,
  card_type: z.literal('text_notice'),
  emphasis_content: title.optional(),
  sub_title_text: z.string().optional(),
})

const newsNotice = z.strictObject({
  ...told,
  card_type: z.literal('news_notice'),
  main_title: title,
  card_image: cardImage.optional(),
  image_text_area: imageText.optional(),
  vertical_content_list: verticalContents.optional(),
})

const asked = { ...common, main_title: title, task_id: taskId }

const buttonInteraction = z.strictObject({
  ...told,
  ...asked,
  card_type: z.literal('button_interaction'),
  sub_title_text: z.string().optional(),
  button_selection: select.optional(),
  button_list: buttons,
  /** What stands on the buttons after the card was updated. */
  replace_text: z.string().optional(),
})

const voteInteraction = z.strictObject({
  ...asked,
  card_type: z.literal('vote_interaction'),
  checkbox,
  submit_button: submitButton,
  replace_text: z.string().optional(),
})

const multipleInteraction = z.strictObject({
  ...asked,
  card_type: z.literal('multiple_interaction'),
  select_list: selects,
  submit_button: submitButton,
  replace_text: z.string().optional(),
})

const anyCard = z.discriminatedUnion('card_type', [
  textNotice,
  newsNotice,
  buttonInteraction,
  voteInteraction,
  multipleInteraction,
])

export type CardShape = z.infer<typeof anyCard>

function isNotice({ card_type }: CardShape): boolean {
  return card_type === 'text_notice' || card_type === 'news_notice'
}

/** A notice of the app or of a webhook must lead somewhere; one of the bot need not. */
function leadsSomewhere(card: CardShape): boolean {
  return !isNotice(card) || ('card_action' in card && (card.card_action?.type ?? 0) > 0)
}

function saysSomething(card: CardShape): boolean {
  if (card.card_type !== 'text_notice') return (card.main_title.title ?? '') !== ''
  return (card.main_title?.title ?? card.sub_title_text ?? '') !== ''
}

/** Without an id nobody could tell whose menu was used. */
function menuHasTask({ action_menu, task_id }: CardShape): boolean {
  return action_menu === undefined || task_id !== undefined
}

const said = anyCard
  .refine(saysSomething, { error: 'main_title.title or sub_title_text is missing' })
  .refine(menuHasTask, { error: 'task_id is missing' })

export const botCard = said
export const appCard = said.refine(leadsSomewhere, { error: 'card_action is missing' })
/** A group's webhook hears of no press. */
export const webhookCard = appCard.refine(isNotice, { error: 'card_type must be text_notice or news_notice' })

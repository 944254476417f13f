import { z } from 'zod'
import { actionId, confirmation, linkOption, option, plainText, richOption } from './texts.ts'

const common = { action_id: actionId, confirm: confirmation.optional(), focus_on_load: z.boolean().optional() }
const select = { ...common, placeholder: plainText(150).optional() }
const multi = { ...select, max_selected_items: z.int().min(1).optional() }

const group = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) })
const choices = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(group).min(1).max(100).optional(),
}

type Option = { readonly value: string; readonly text: { readonly text: string } }
interface Chooser {
  readonly options?: readonly Option[] | undefined
  readonly option_groups?: readonly { readonly options: readonly Option[] }[] | undefined
  readonly initial_option?: Option | undefined
  readonly initial_options?: readonly Option[] | undefined
}

/** Slack compares a preselected option with the offered ones, text and all. */
function preselectedAreOffered(chooser: Chooser): boolean {
  const offered = new Set(optionsOf(chooser).map(named))
  const preselected = [chooser.initial_option ?? [], chooser.initial_options ?? []].flat()
  return preselected.every(each => offered.has(named(each)))
}

function valuesDiffer(chooser: Chooser): boolean {
  const values = optionsOf(chooser).map(({ value }) => value)
  return new Set(values).size === values.length
}

function optionsOf({ options = [], option_groups = [] }: Chooser): readonly Option[] {
  return [...options, ...option_groups.flatMap(each => each.options)]
}

function named({ value, text }: Option): string {
  return JSON.stringify([value, text.text])
}

const offersOneWay = ({ options, option_groups }: Chooser) => (options === undefined) !== (option_groups === undefined)
const initial = { error: 'initial option is not among the options' }
const distinct = { error: 'option values must differ' }
const oneWay = { error: 'either options or option_groups' }

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...select, ...choices, initial_option: option.optional() })
  .refine(preselectedAreOffered, initial)
  .refine(valuesDiffer, distinct)
  .refine(offersOneWay, oneWay)

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...multi,
    ...choices,
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(preselectedAreOffered, initial)
  .refine(valuesDiffer, distinct)
  .refine(offersOneWay, oneWay)

const tenOptions = z.array(richOption).min(1).max(10)

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...common,
    options: tenOptions,
    initial_option: richOption.optional(),
  })
  .refine(preselectedAreOffered, initial)
  .refine(valuesDiffer, distinct)

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: tenOptions,
    initial_options: z.array(richOption).min(1).optional(),
  })
  .refine(preselectedAreOffered, initial)
  .refine(valuesDiffer, distinct)

const id = z.string().optional()
const ids = z.array(z.string()).optional()

/** Menus and lists to choose from. */
export const selects = [
  staticSelect,
  multiStaticSelect,
  radioButtons,
  checkboxes,
  z.strictObject({ type: z.literal('users_select'), ...select, initial_user: id }),
  z.strictObject({ type: z.literal('multi_users_select'), ...multi, initial_users: ids }),
  z.strictObject({ type: z.literal('channels_select'), ...select, initial_channel: id }),
  z.strictObject({ type: z.literal('conversations_select'), ...select, initial_conversation: id }),
] as const

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  confirm: confirmation.optional(),
  options: z.array(linkOption).min(1).max(5),
})

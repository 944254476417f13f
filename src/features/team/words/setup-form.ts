import type { Words } from '../../../base/words.ts'
import { content, form, list, text } from '../../../content/build.ts'
import type { Block, Content, FormValues, Input } from '../../../content/content.ts'
import { langNames } from '../lang-names.ts'
import { type SetUpFault, setUpDefaults, type UsualSetUp } from '../setup-input.ts'

/** The form's typed twin. */
const typedSetUp: Words = {
  zh: `/setup 销售一部 zone=${setUpDefaults.zone} lang=zh`,
  en: `/setup Sales One zone=${setUpDefaults.zone} lang=en`,
}

export function setUpForm(usual: UsualSetUp, groupName: string | null): Block {
  return formWith(usual, inputs => inputs.map(input => prefilled(input, input.id === 'name' ? groupName : undefined)))
}

/** The form as it was filled in, with what must be mended. */
export function setUpAgainWords(usual: UsualSetUp, values: FormValues, faults: readonly SetUpFault[]): Content {
  const { lang } = usual
  const faultOf = (id: string) => faults.find(({ answer }) => answer === id)?.[lang]
  const again = (input: Input): Input => {
    const fault = faultOf(input.id)
    return { ...prefilled(input, values[input.id]), ...(fault !== undefined && { fault }) }
  }
  return content(
    lang,
    text({ zh: '团队还没有建，请先改好：', en: 'The team is not made yet; please mend this:' }[lang]),
    list(faults.map(fault => [fault[lang]])),
    formWith(usual, inputs => inputs.map(again)),
  )
}

function prefilled(input: Input, initial: Input['initial'] | null): Input {
  return initial === undefined || initial === null || initial.length === 0 ? input : { ...input, initial }
}

function formWith({ lang, zone }: UsualSetUp, fill: (inputs: readonly Input[]) => readonly Input[]): Block {
  const w = {
    zh: {
      title: '用这个群建团队',
      submit: '建团队',
      name: '团队名称',
      zone: '时区',
      lang: '语言',
      plan: '计划几点前交',
      report: '日报几点前交',
      manager: '谁是经理',
      me: '我',
      other: '别人',
    },
    en: {
      title: 'Make a team from this group',
      submit: 'Make the team',
      name: 'Name of the team',
      zone: 'Time zone',
      lang: 'Language',
      plan: 'Plans are due at',
      report: 'Reports are due at',
      manager: 'Who is the manager?',
      me: 'I am',
      other: 'Somebody else',
    },
  }[lang]
  return form({
    id: 'team.setup',
    title: w.title,
    submit: w.submit,
    words: typedSetUp[lang],
    inputs: fill([
      { id: 'name', label: w.name, kind: 'line', required: true },
      { id: 'zone', label: w.zone, kind: 'line', required: true, initial: zone },
      {
        id: 'lang',
        label: w.lang,
        kind: 'choice',
        required: true,
        initial: lang,
        options: [
          { value: 'zh', label: langNames.zh },
          { value: 'en', label: langNames.en },
        ],
      },
      { id: 'planDue', label: w.plan, kind: 'time', required: true, initial: setUpDefaults.planDue },
      { id: 'reportDue', label: w.report, kind: 'time', required: true, initial: setUpDefaults.reportDue },
      {
        id: 'manager',
        label: w.manager,
        kind: 'choice',
        required: true,
        initial: setUpDefaults.manager,
        options: [
          { value: 'me', label: w.me },
          { value: 'other', label: w.other },
        ],
      },
    ]),
  })
}

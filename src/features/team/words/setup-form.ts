import type { Lang, Words } from '../../../base/words.ts'
import { form } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { langNames } from '../lang-names.ts'
import { setUpDefaults } from '../setup-input.ts'

/** The form's typed twin. */
const typedSetUp: Words = {
  zh: `/setup 销售一部 zone=${setUpDefaults.zone} lang=zh`,
  en: `/setup Sales One zone=${setUpDefaults.zone} lang=en`,
}

export function setUpForm(lang: Lang, groupName: string | null): Block {
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
    inputs: [
      { id: 'name', label: w.name, kind: 'line', required: true, ...(groupName && { initial: groupName }) },
      { id: 'zone', label: w.zone, kind: 'line', required: true, initial: setUpDefaults.zone },
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
    ],
  })
}

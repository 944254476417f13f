import { UserError } from '../../../base/errors.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { code, content, strong, text } from '../../../content/build.ts'
import type { Content, Form } from '../../../content/content.ts'

/** Whoever asks for a form that nobody has offered. */
export function noForm(): UserError {
  return new UserError('dialogue.no-form', {
    zh: '现在没有要填的表单。发 /日报 或 /计划 就有一份。',
    en: 'There is no form to fill in now. Type /report or /plan to get one.',
  })
}

/** A button of a dialogue that is over. */
export function dialogueOver(): UserError {
  return new UserError('dialogue.over', {
    zh: '这份已经提交、取消或换成别的了。要填新的一份，发 /填写。',
    en: 'That one was submitted, cancelled or replaced. To fill in another, type /fill.',
  })
}

export function mayNotSubmit(): UserError {
  return new UserError('dialogue.not-allowed', {
    zh: '你现在不能提交这份表单了。发 /帮助 看能做什么。',
    en: 'You may not submit this form any more; send /help to see what you may do.',
  })
}

export function cancelled(form: Form, lang: Lang): Content {
  return lang === 'zh'
    ? content(lang, text('已取消 ', strong(form.title), '，什么也没有记。重新填：', code('/填写')))
    : content(lang, text('Cancelled ', strong(form.title), '; nothing was noted. To begin again: ', code('/fill')))
}

export function stale(form: Form, lang: Lang): Content {
  return lang === 'zh'
    ? content(lang, text(strong(form.title), ' 放了一天多，已作废，什么也没有记。重新填：', code('/填写')))
    : content(
        lang,
        text(
          strong(form.title),
          ' was left for more than a day and is void; nothing was noted. To begin again: ',
          code('/fill'),
        ),
      )
}

/** Why a word instead of an answer was not taken. */
export const cannot = {
  keep: { zh: '这一项还没有填过，没法照旧。', en: 'There is nothing to keep here yet.' },
  skip: { zh: '这一项要填，不能跳过。', en: 'This one is needed and cannot be skipped.' },
  back: { zh: '这就是第一项。', en: 'This is the first one.' },
  submit: { zh: '还有这一项要填。', en: 'This one is still needed.' },
  number: { zh: '没有这个编号。', en: 'There is no such number.' },
} as const satisfies Record<string, Words>

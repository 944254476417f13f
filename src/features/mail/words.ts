import { UserError } from '../../base/errors.ts'
import type { Lang, Words } from '../../base/words.ts'
import { code, content, field, fields, heading, quiet, strong, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { ByMail } from '../../context.ts'
import { CODE_MINUTES, type Judged, type Kept } from './code.ts'

/** What gives an address. */
export const how: Words = { zh: '/我的 邮箱 name@company.cn', en: '/my mail name@company.com' }

/** The mail that carries a code. Whoever gets it may never have heard of us. */
export function codeMail(lang: Lang, fresh: string, name: string): Content {
  const w = {
    zh: {
      title: `验证码 ${fresh}`,
      said: `${name} 把这个地址登记为自己接收团队通知的邮箱。请在 ${CODE_MINUTES} 分钟内私聊机器人发：`,
      typed: `/我的 邮箱 ${fresh}`,
      stranger: '不是你本人操作的话，不用理会：没有这个码，不会有别的邮件发来。',
    },
    en: {
      title: `Your code: ${fresh}`,
      said: `${name} gave this address for notices of their team. Within ${CODE_MINUTES} minutes, tell the bot in a direct chat: `,
      typed: `/my mail ${fresh}`,
      stranger: 'If that was not you, leave it: without the code no other mail comes here.',
    },
  }[lang]
  return content(lang, heading(w.title), text(w.said, code(w.typed)), quiet(w.stranger))
}

export const whyRefused: Words = {
  zh: '邮件服务器拒收你登记的地址',
  en: 'the mail server refuses the address that you gave',
}

export function askedWords(lang: Lang, address: string): Content {
  const w = {
    zh: {
      sent: ['验证码已发到 ', `，${CODE_MINUTES} 分钟内有效。收到后发给我：`, '/我的 邮箱 六位数字'],
      lost: '没收到？看看垃圾邮件，或检查地址后再发一次。',
    },
    en: {
      sent: [
        'A code is on its way to ',
        `; it lasts ${CODE_MINUTES} minutes. Tell it to me: `,
        '/my mail and the six figures',
      ],
      lost: 'Nothing there? Look among the spam, or check the address and ask again.',
    },
  }[lang]
  const [before = '', between = '', typed = ''] = w.sent
  return content(lang, text(before, strong(address), between, code(typed)), quiet(w.lost))
}

export function alreadyWords(lang: Lang, address: string): Content {
  const w = { zh: ['已经是 ', '，不用再验证。'], en: ['It is ', ' already; nothing more to do.'] }[lang]
  return content(lang, text(w[0] ?? '', strong(address), w[1] ?? ''))
}

export function confirmedWords(lang: Lang, address: string): Content {
  const w = {
    zh: {
      done: '邮箱已确认：',
      what: '重要通知和紧急事项会同时发到这里；提醒仍只在聊天里。不要了就发 ',
      off: '/我的 邮箱 关闭',
    },
    en: {
      done: 'Your address is proved: ',
      what: 'Important notices and urgent matters go there too; reminders stay in the chat. To stop it: ',
      off: '/my mail off',
    },
  }[lang]
  return content(lang, text(w.done, strong(address)), text(w.what, code(w.off)))
}

export function forgottenWords(lang: Lang): Content {
  const w = {
    zh: '已删除你的邮箱，不再给你发邮件。要重新登记：',
    en: 'Your address is forgotten and no mail comes any more. To give one again: ',
  }
  return content(lang, text(w[lang], code(how[lang])))
}

/** To whose address it is, once: nobody else can mend it. */
export function refusedWords(lang: Lang, by: ByMail, address: string): Content {
  const proved = {
    zh: {
      what: ['邮件服务器不收发给 ', ' 的信，所以先不往那里发了。通知和紧急事项照样在聊天里告诉你。'],
      todo: '邮箱满了、停用了或换了？处理好以后重新登记：',
    },
    en: {
      what: ['The mail server takes nothing for ', ', so no more mail goes there. In the chat all goes on as before.'],
      todo: 'Is the mailbox full, closed, or another one by now? When that is settled, give it again: ',
    },
  }
  const asked = {
    zh: {
      what: ['验证码发不到 ', '：邮件服务器说不收这个地址的信。'],
      todo: '请看看有没有写错，再登记一次：',
    },
    en: {
      what: ['The code cannot go to ', ': the mail server takes nothing for that address.'],
      todo: 'Please look whether it is spelt right, and give it once more: ',
    },
  }
  const { what, todo } = (by === 'mail' ? proved : asked)[lang]
  const off = { zh: ['不要邮件了：', '/我的 邮箱 关闭'], en: ['For no mail at all: ', '/my mail off'] }[lang]
  return content(
    lang,
    text(what[0] ?? '', strong(address), what[1] ?? ''),
    text(todo, code(how[lang])),
    by === 'mail' ? quiet(off[0] ?? '', code(off[1] ?? '')) : null,
  )
}

export function standingWords(lang: Lang, { address, refusedAt, asked, codeHash }: Kept): Content {
  const w = {
    zh: {
      own: '接收通知的邮箱',
      open: '等待验证',
      refused: '（邮件服务器拒收，已停发）',
      undeliverable: '（验证码发不到，请检查地址）',
      none: '你还没有登记邮箱。登记后，重要通知和紧急事项会同时发到邮箱：',
      change: '更换或关闭：',
      off: '/我的 邮箱 关闭',
    },
    en: {
      own: 'Mail goes to',
      open: 'Waits for its code',
      refused: ' (the mail server refuses it, so nothing goes there)',
      undeliverable: ' (the code cannot go there; check the address)',
      none: 'You have given no address. With one, important notices and urgent matters reach you by mail too: ',
      change: 'To change or stop it: ',
      off: '/my mail off',
    },
  }[lang]
  if (address === null && asked === null) return content(lang, text(w.none, code(how[lang])))
  return content(
    lang,
    fields(
      address === null ? null : field(w.own, `${address}${refusedAt === null ? '' : w.refused}`),
      asked === null ? null : field(w.open, `${asked}${codeHash === null ? w.undeliverable : ''}`),
    ),
    quiet(w.change, code(how[lang]), ' · ', code(w.off)),
  )
}

export function refusedCodeWords(lang: Lang, judged: Judged): Content {
  const again = { zh: ' 要新的验证码：', en: ' For a new code: ' }[lang]
  const words = {
    right: { zh: '', en: '' },
    wrong: { zh: '验证码不对，请看最新的那封邮件。', en: 'This is not the code; look at the latest mail.' },
    'none-asked': { zh: '现在没有在等的验证码。', en: 'No code is awaited.' },
    over: { zh: '验证码过期了。', en: 'The code is over.' },
    'too-often': {
      zh: '错得太多了，这个验证码作废。',
      en: 'Those were too many wrong codes, so this one counts no more.',
    },
  }[judged]
  return content(lang, text(words[lang], again, code(how[lang])))
}

export function addressUnclear(): UserError {
  return new UserError('mail.unclear', {
    zh: `这不像邮箱地址，也不是六位验证码。可以写：${how.zh}，/我的 邮箱 123456，/我的 邮箱 关闭`,
    en: `This is neither a mail address nor a code of six figures. Type ${how.en}, /my mail 123456 or /my mail off`,
  })
}

export function tooManyCodes(hours: number): UserError {
  return new UserError('mail.too-many-codes', {
    zh: `今天发出的验证码太多了，请过 ${hours} 小时再试。`,
    en: `Too many codes were sent today. Please try again in ${hours} ${hours === 1 ? 'hour' : 'hours'}.`,
  })
}

export function noMail(): UserError {
  return new UserError('mail.none', {
    zh: '这里还没有接上邮箱，发不了邮件。需要的话请管理员设置 SMTP（见 .env.example）。',
    en: 'No mail server is set up here, so nothing can be mailed. Whoever runs the bot sets one up with SMTP (see .env.example).',
  })
}

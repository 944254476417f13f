import type { Check } from '../../../src/platform/adapter.ts'
import { checksOf } from '../../shared/checks.ts'
import type { MailSettings } from '../settings.ts'

const { ok, warning, fault } = checksOf({ zh: '邮件', en: 'E-mail' })

export const ready = ({ host, port, from, perMinute }: MailSettings): Check =>
  ok(
    {
      zh: `${host}:${port} 连接和登录正常，以 ${from.address} 发出，每分钟最多 ${perMinute} 封`,
      en: `${host}:${port} takes our login; mails come from ${from.address}, at most ${perMinute} a minute`,
    },
    {
      zh: '成员用 /我的 邮箱 name@company.cn 登记自己的邮箱',
      en: 'members give their address with /my mail name@company.com',
    },
  )

export const otherSender = warning(
  {
    zh: 'SMTP_FROM 和登录的邮箱不是同一个；QQ、163、腾讯企业邮等多数国内邮箱会拒绝',
    en: 'SMTP_FROM is not the mailbox that logs in; most Chinese providers (QQ, 163, Tencent Exmail) refuse that',
  },
  {
    zh: '把 SMTP_FROM 改成 SMTP_USER 的地址，或删掉它',
    en: 'let SMTP_FROM be the address of SMTP_USER, or leave it out',
  },
)

export const loginRefused = (status: number | null): Check =>
  fault(
    {
      zh: `登录被拒绝${status === null ? '' : `（${status}）`}`,
      en: `the login is refused${status === null ? '' : ` (${status})`}`,
    },
    {
      zh: '请检查 SMTP_USER、SMTP_PASSWORD。QQ、163 等要在邮箱设置里开启 SMTP，并用“授权码”代替密码；企业邮箱可能要“客户端专用密码”',
      en: 'check SMTP_USER and SMTP_PASSWORD. QQ, 163 and others want SMTP switched on in the settings of the mailbox and an authorisation code (授权码) instead of the password; Gmail and others want an app password',
    },
  )

export const expired = (host: string): Check =>
  fault(
    { zh: `${host} 的证书过期了，没有发信`, en: `the certificate of ${host} has expired, so nothing is sent` },
    {
      zh: '请邮件服务器的管理员换新证书；本机时钟不准也会这样',
      en: 'whoever runs the mail server renews it; a wrong clock on this machine looks the same',
    },
  )

export const otherName = (host: string): Check =>
  fault(
    {
      zh: `对方的证书不是 ${host} 的，没有发信`,
      en: `its certificate is for another name than ${host}, so nothing is sent`,
    },
    {
      zh: 'SMTP_HOST 要写证书上的名字；写得没错的话，可能有人冒充这台服务器',
      en: 'let SMTP_HOST be the name in the certificate; if it is, somebody may pose as that server',
    },
  )

/** `reason` is a code, such as SELF_SIGNED_CERT. */
export const unknownAuthority = (reason: string): Check =>
  fault(
    {
      zh: `证书的签发机构不受信任，没有发信（${reason}）`,
      en: `its certificate is from nobody we trust, so nothing is sent (${reason})`,
    },
    {
      zh: '公司自己签发的证书：启动前设环境变量 NODE_EXTRA_CA_CERTS=签发机构证书的路径（.pem）',
      en: 'for a certificate of your company: start with NODE_EXTRA_CA_CERTS=path of the authority’s certificate (.pem)',
    },
  )

/** `reason` is a code, such as ERR_SSL_WRONG_VERSION_NUMBER. */
export const noTls = (reason: string): Check =>
  fault(
    {
      zh: `加密连接没有建立，没有发信（${reason}）`,
      en: `there is no encrypted connection, so nothing is sent (${reason})`,
    },
    {
      zh: '465 端口直接加密，587 端口先明文再转加密（STARTTLS）：端口错了，或服务器不会加密，就会这样',
      en: 'port 465 is encrypted from the start, 587 becomes so (STARTTLS): a wrong port looks like this, and so does a server that cannot encrypt',
    },
  )

/** `reason` is a code, such as ECONNREFUSED. */
export const silent = (reason: string): Check =>
  fault(
    { zh: `没有回应（${reason}）`, en: `it does not answer (${reason})` },
    {
      zh: '请检查 SMTP_HOST、SMTP_PORT 和网络；云主机常封 25 端口，请用 465 或 587',
      en: 'check SMTP_HOST, SMTP_PORT and the network; hosting companies often close port 25, so use 465 or 587',
    },
  )

/** `reason` is a code. */
export const refused = (reason: string): Check =>
  fault(
    { zh: `被拒绝（${reason}）`, en: `it refuses us (${reason})` },
    { zh: '请看邮件服务器的说明或日志', en: 'see the manual or the log of the mail server' },
  )

export const cannot = ok({
  zh: '邮件做不到的：收信和回信、按钮、修改或撤回已发出的',
  en: 'what mail cannot do: hear answers, buttons, change or take back what was sent',
})

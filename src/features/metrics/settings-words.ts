import { declareSettings, type ValueKind } from '../setting.ts'
import { metricSettingsSchema, usualCurrency } from './metric-settings.ts'
import { readCurrency } from './money/currency.ts'

const currency: ValueKind<string | null> = {
  takes: { zh: '币种，如 CNY、美元', en: 'a currency such as USD or euro' },
  example: { zh: 'CNY', en: 'USD' },
  read: text => readCurrency(text) ?? undefined,
  show: (code, { team }) => code ?? usualCurrency[team.lang],
}

export const metricSettingDeclarations = declareSettings(
  { feature: 'metrics', group: { zh: '指标', en: 'Metrics' }, schema: metricSettingsSchema },
  {
    currency: {
      title: { zh: '本币', en: 'Own currency' },
      summary: {
        zh: '没有写币种的金额就是它；几种币种放在一起算时换算成它',
        en: 'What money is in that names no currency; what several currencies are converted into',
      },
      kind: currency,
    },
  },
)

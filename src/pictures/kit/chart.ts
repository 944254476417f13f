import { createCanvas } from '@napi-rs/canvas'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { Drawing } from '../drawing.ts'
import { fontFamily } from './fonts.ts'
import type { Look } from './look.ts'
import type { Part, Pen } from './page.ts'
import type { Box } from './shapes.ts'

// To measure words it makes canvases of its own.
echarts.setPlatformAPI({ createCanvas: () => createCanvas(32, 32) })
echarts.use([BarChart, LineChart, GridComponent, LegendComponent, CanvasRenderer])

type Axis = Extract<Drawing, { kind: 'month' }>['axis']

export interface Series {
  readonly name: string
  readonly drawn: 'bars' | 'line'
  readonly role: 'done' | 'wanted'
  readonly values: readonly (number | null)[]
}

interface Chart {
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly axis: Axis
  readonly legend: boolean
}

/** A chart in the box given by its width and height, whose top is the part's. */
export function chart(what: Chart, { x, width, height }: Omit<Box, 'y'>): Part {
  return {
    height,
    paint(pen, top) {
      const { canvas, dispose } = drawChart(what, pen, { width, height })
      pen.ctx.drawImage(canvas, x, top, width, height)
      // It wipes its canvas as it goes.
      dispose()
    },
  }
}

function drawChart(
  { labels, series, axis, legend }: Chart,
  { look, scale }: Pen,
  size: { width: number; height: number },
) {
  const canvas = createCanvas(size.width * scale, size.height * scale)
  const instance = echarts.init(canvas, null, { devicePixelRatio: scale, ...size })
  const label = { color: look.quiet, fontSize: 20, fontFamily }
  instance.setOption({
    animation: false,
    grid: {
      left: 8,
      right: 14,
      top: legend ? 62 : 24,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(legend && {
      legend: {
        top: 4,
        right: 10,
        icon: 'roundRect',
        itemWidth: 24,
        itemHeight: 12,
        itemGap: 26,
        textStyle: { ...label, fontSize: 22 },
        selectedMode: false,
        data: series.map(({ name }) => ({ name })),
      },
    }),
    xAxis: {
      type: 'category',
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line, width: 2 } },
      axisLabel: {
        ...label,
        margin: 14,
        hideOverlap: true,
        overflow: 'truncate',
        width: Math.max(48, (size.width - 90) / labels.length - 6),
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: look.line, width: 1.5 } },
      axisLabel: { ...label, formatter: (value: number) => tick(value, axis) },
    },
    series: series.map(one => drawSeries(one, look, labels.length)),
  })
  instance.getZr().refreshImmediately()
  return { canvas, dispose: () => instance.dispose() }
}

function drawSeries({ name, drawn, role, values }: Series, look: Look, points: number) {
  const data = values.map(value => value && plotted(value))
  const isDone = role === 'done'
  const color = isDone ? look.bar[0] : look.goal
  if (drawn === 'bars') {
    const fill = isDone ? new echarts.graphic.LinearGradient(0, 1, 0, 0, [...blend(look)]) : look.planned
    return {
      ...{ type: 'bar' as const, name, data, barMaxWidth: 44, barGap: '12%' },
      itemStyle: { color: fill, borderRadius: points > 24 ? [4, 4, 0, 0] : [8, 8, 0, 0] },
    }
  }
  return {
    ...{ type: 'line' as const, name, data, color, connectNulls: false },
    symbol: isDone ? 'circle' : 'none',
    symbolSize: points > 24 ? 7 : 11,
    lineStyle: {
      color: isDone ? look.accent : color,
      width: isDone ? 5 : 4,
      type: isDone ? ('solid' as const) : ([10, 8] as number[]),
    },
    itemStyle: { color: isDone ? look.accent : color },
    ...(isDone && { areaStyle: { color: look.accent, opacity: 0.12 } }),
  }
}

/** The library finds no steps for an axis of the smallest and largest numbers that there are; nobody counts in those. */
function plotted(value: number): number {
  return Math.abs(value) < 1e-6 ? 0 : Math.max(-1e18, Math.min(1e18, value))
}

function blend({ bar: [from, to] }: Look) {
  return [
    { offset: 0, color: from },
    { offset: 1, color: to },
  ]
}

/** 12万 or 120K, with what stands around it. */
function tick(value: number, { lang, before = '', after = '' }: Axis): string {
  const locale = { zh: 'zh-CN', en: 'en' }[lang]
  const number = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
  return `${before}${number}${after}`
}

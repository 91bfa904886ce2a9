// Where a request's time went, as bars one below the other.

import { friendly, milliseconds } from './shared.js'

const SVG = 'http://www.w3.org/2000/svg'
export const narrow = matchMedia('(max-width: 46rem)')

/** Labels beside the bars or, in a narrow window, above them. */
const layout = () => narrow.matches
  ? { width: 340, row: 38, labels: 0, bar: 18 }
  : { width: 800, row: 22, labels: 210, bar: 3 }

const shape = (name, attributes, text) => {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  if (text) made.textContent = text
  return made
}

const bars = request => [
  ...request.functions.flatMap(one => [
    one.cold && { label: `${one.function}: start`, at: one.atMillis, took: one.startMillis, kind: 'start' },
    { label: one.function, at: one.atMillis + one.startMillis, took: one.millis, kind: 'run' }
  ].filter(Boolean)),
  ...request.calls.map(one => ({
    label: `${one.operation} ${friendly(one.targets[0] ?? '')}`, at: one.atMillis, took: one.millis, kind: one.error ? 'wrong' : 'dynamodb'
  }))
].sort((one, other) => one.at - other.at)

/** A picture for those who see it: the sections below say the same in words. */
export const waterfall = request => {
  const { width, row, labels, bar: offset } = layout()
  const rows = bars(request).slice(0, 40)
  const all = Math.max(request.summary.millis, ...rows.map(bar => bar.at + bar.took), 1)
  const scale = (width - labels - 70) / all
  const picture = shape('svg', {
    class: 'waterfall', viewBox: `0 0 ${width} ${rows.length * row + 4}`, role: 'img',
    'aria-label': `Where ${milliseconds(request.summary.millis)} went`
  })
  rows.forEach((bar, index) => {
    const y = index * row + 2
    const x = labels + bar.at * scale
    const length = Math.max(bar.took * scale, 2)
    picture.append(
      labels > 0
        ? shape('text', { x: labels - 8, y: y + 15, 'text-anchor': 'end' }, bar.label)
        : shape('text', { x: 0, y: y + 12 }, bar.label),
      shape('rect', { x, y: y + offset, width: length, height: 16, rx: 3, class: bar.kind }),
      shape('text', { x: x + length + 6, y: y + offset + 12, class: 'took' }, milliseconds(bar.took)))
  })
  return picture
}

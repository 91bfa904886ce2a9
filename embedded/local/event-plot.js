// Events as dots over time: a lane for each name, dots of one moment upon each other.

const SVG = 'http://www.w3.org/2000/svg'
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 365 * DAY]
/** Between ticks, in pixels: their texts don't touch. */
const APART = 80
const HIGHEST_LANE = 120
const LARGEST = 5
const SMALLEST = 1.5

const svg = (tag, attributes, ...children) => {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

const iso = time => new Date(time).toISOString()

const tickText = (time, step) => step >= DAY || time % DAY === 0
  ? iso(time).slice(5, 10)
  : iso(time).slice(11, step < MINUTE ? 19 : 16)

const ticks = (from, to, width) => {
  const step = STEPS.find(each => (to - from) / each * APART <= width) ?? STEPS.at(-1)
  const first = Math.ceil(from / step) * step
  return { step, times: Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step) }
}

/** The most frequent name lies next to the axis. */
const lanes = items => new Map([...Map.groupBy(items, ({ event }) => event)].toSorted(([, one], [, other]) => one.length - other.length))

/** How many lie in each column of dots, at most. */
const tallest = (items, column) => Math.max(...Map.groupBy(items, column).values().map(same => same.length))

/** The largest dots of which every lane's highest column has room. */
const dotSize = (grouped, x) => {
  for (let radius = LARGEST; radius > SMALLEST; radius -= 0.5) {
    const high = Math.max(...[...grouped.values()].map(items => tallest(items, item => Math.round(x(item) / (2 * radius + 1)))))
    if (high * (2 * radius + 1) <= HIGHEST_LANE) return radius
  }
  return SMALLEST
}

/**
 * Draws into an element.
 *
 * @param range the first and the last moment, in milliseconds
 * @param show is called with the event that is pointed at
 */
export const draw = (into, items, range, show) => {
  const width = Math.max(280, into.clientWidth)
  const grouped = lanes(items)
  const named = grouped.size > 1
  const narrow = width < 600
  const left = named && !narrow ? Math.min(220, 20 + 8.2 * Math.max(...[...grouped.keys()].map(name => Math.min(24, name.length)))) : 12
  const right = width - 12
  const x = ({ timestamp }) => left + (Date.parse(timestamp) - range[0]) / (range[1] - range[0]) * (right - left)
  const radius = dotSize(grouped, x)
  const column = item => Math.round((x(item) - left) / (2 * radius + 1))
  const drawing = svg('svg', { role: 'group', 'aria-label': 'Events over time' })
  const dots = svg('g', { role: 'listbox', 'aria-label': 'Events, in the order of time', 'aria-orientation': 'horizontal' })
  const backdrop = svg('g', { 'aria-hidden': 'true' })
  let base = 8

  for (const [name, own] of grouped) {
    const height = Math.max(36, tallest(own, column) * (2 * radius + 1) + 20)
    base += height + (named && narrow ? 20 : 0)
    if (named) {
      const at = narrow ? { x: left, y: base - height - 4 } : { x: 0, y: base - 6 }
      backdrop.append(svg('text', { ...at, class: 'lane' }, name.length > 24 ? `${name.slice(0, 23)}…` : name))
    }
    backdrop.append(svg('line', { x1: left, x2: right, y1: base, y2: base, class: 'axis' }))
    const stacked = new Map()
    for (const item of own) {
      const level = stacked.get(column(item)) ?? 0
      stacked.set(column(item), level + 1)
      const dot = svg('circle', {
        cx: left + column(item) * (2 * radius + 1), cy: base - radius - 2 - level * (2 * radius + 1), r: radius,
        role: 'option', tabindex: -1, 'aria-selected': 'false', 'aria-label': `${item.timestamp} ${name}`
      })
      const chosen = () => {
        dots.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false')
        dot.setAttribute('aria-selected', 'true')
        show(item)
      }
      dot.addEventListener('pointerenter', chosen)
      dot.addEventListener('focus', chosen)
      dot.addEventListener('click', () => dot.focus())
      dot.time = item.timestamp
      dots.append(dot)
    }
  }

  const { step, times } = ticks(...range, right - left)
  for (const time of times) {
    const at = x({ timestamp: iso(time) })
    const edge = at < left + 20 ? 'start' : at > right - 20 ? 'end' : 'middle'
    backdrop.prepend(svg('line', { x1: at, x2: at, y1: 4, y2: base, class: 'grid' }))
    backdrop.append(svg('text', { x: at, y: base + 20, 'text-anchor': edge }, tickText(time, step)))
  }

  drawing.append(backdrop, dots)
  drawing.setAttribute('viewBox', `0 0 ${width} ${base + 28}`)
  drawing.setAttribute('height', base + 28)
  into.replaceChildren(drawing)
  byKeyboard(dots)
}

/** One stop for the tabulator; arrows go on in the order of time. */
const byKeyboard = group => {
  const dots = [...group.children].toSorted((one, other) => one.time < other.time ? -1 : 1)
  dots[0]?.setAttribute('tabindex', '0')
  group.addEventListener('keydown', event => {
    const now = dots.indexOf(document.activeElement)
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: dots.length - 1 }[event.key]
    if (now < 0 || dots[next] === undefined) return
    event.preventDefault()
    dots[now].setAttribute('tabindex', '-1')
    dots[next].setAttribute('tabindex', '0')
    dots[next].focus()
  })
}

// What the form asks for, as a plot and as a table.

import { address, count, firstCalls, number } from './amounts.js'
import { element, read } from './shared.js'
import { counts, events, path } from './events-api.js'
import { draw } from './event-plot.js'

const HOUR = 3600 * 1000
const at = id => document.getElementById(id)
const form = at('question')
let shown = { items: [], range: [0, 1] }
let timer

const ofDay = () => form.elements.of.value === 'date'

/** A field's moment in RFC 3339, UTC. */
const moment = field => at(field).value && new Date(`${at(field).value}Z`).toISOString().replace('.000Z', 'Z')

const question = () => ({
  ...(ofDay() ? { date: at('date').value } : { event: at('event').value }),
  from: moment('from'),
  to: moment('to')
})

/** All of the day; of a name, from the first event to the last, with a little room. What isn't given or known is infinite. */
const range = ({ date, from, to }, items) => {
  const times = items.map(({ timestamp }) => Date.parse(timestamp))
  const room = Math.max(1000, (Math.max(...times) - Math.min(...times)) * 0.02)
  const start = date ? Date.parse(date) : Math.min(...times) - room
  const end = date ? start + 24 * HOUR : Math.max(...times) + room
  return [from ? Date.parse(from) : start, to ? Date.parse(to) : end]
}

const attributes = item => element('div', { class: 'attributes' }, Object.entries(item)
  .filter(([name]) => !['event', 'timestamp', 'date'].includes(name))
  .map(([name, value]) => element('span', { class: 'attribute' }, element('span', { class: 'name' }, name), ' ',
    element('span', { class: 'value' }, typeof value === 'string' ? value : JSON.stringify(value)))))

const showEvent = item => at('shown-event').replaceChildren(
  element('b', {}, item.event), ' ', element('span', { class: 'value' }, item.timestamp), attributes(item))

const showRows = items => at('rows').replaceChildren(...items.map(item => element('tr', {},
  element('th', { scope: 'row' }, item.timestamp), element('td', {}, item.event), element('td', {}, attributes(item)))))

/** Of a name, even if all of its events have expired; of a day there are no counts. */
const showCounts = async () => {
  const found = !ofDay() && shown.range.every(Number.isFinite) ? await counts(at('event').value, shown.range) : null
  at('counted').hidden = !found
  if (!found) return
  const most = Math.max(1, ...found.items.map(({ count }) => count))
  at('by').textContent = found.by
  at('counts').replaceChildren(...found.items.filter(({ count }) => count).map(({ period, count }) => element('tr', {},
    element('th', { scope: 'row' }, period.replace('T', ' ') + (found.by === 'hour' ? ':00' : '')),
    element('td', {}, element('meter', { min: 0, max: most, value: count, 'aria-label': `Events at ${period}` }), ` ${number(count)}`))))
}

const redraw = () => shown.items.length && draw(at('drawing'), shown.items, shown.range, showEvent)

const told = ({ items, complete }) => {
  const names = new Set(items.map(({ event }) => event)).size
  const of = ofDay() ? `on ${at('date').value}` : `named “${at('event').value}”`
  return complete
    ? `${count(items.length, 'event')} ${of}${names > 1 ? `, of ${number(names)} names` : ''}.`
    : `The first ${count(items.length, 'event')} ${of}. There are more: narrow the time.`
}

const show = async () => {
  clearTimeout(timer)
  const asked = question()
  at('asked').textContent = `GET ${path(asked)}`
  history.replaceState(null, '', `?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`)
  try {
    const found = await events(asked)
    at('outcome').textContent = told(found)
    at('plot').hidden = at('as-table').hidden = !found.items.length
    at('nothing').replaceChildren(...found.items.length ? [] : [await firstCalls('No event yet.')])
    shown = { items: found.items, range: range(asked, found.items) }
    showRows(found.items)
    redraw()
    await showCounts()
  } catch (failure) {
    at('outcome').textContent = failure.message
    at('counted').hidden = true // they may be another name's
  }
  if (at('every').value) timer = setTimeout(show, at('every').value * 1000)
}

const showFields = () => {
  document.querySelector('.of-date').hidden = !ofDay()
  document.querySelector('.of-event').hidden = ofDay()
  at('date').required = ofDay()
  at('event').required = !ofDay()
}

/** The names or days of partition keys: without a shard's number, each once, and without the table's own record. */
const whole = keys => [...new Set(keys.filter(key => key !== '.').map(key => key.replace(/#\d{1,2}$/, '')))].toSorted()

/** Names to choose from, and the latest day that has events: from what lies in the table. */
const known = async () => {
  const { tables } = await read('tables')
  const table = tables.find(({ keys, indexes }) => keys[0].name === 'event' && indexes.some(({ keys }) => keys[0].name === 'date'))
  if (!table) return { names: [], days: [] }
  const index = table.indexes.find(({ keys }) => keys[0].name === 'date')
  const of = async index => (await read(address('partitions', { table: table.name, index }))).partitions.map(({ value }) => value.S)
  return { names: whole(await of()), days: whole(await of(index.name)) }
}

const begin = async () => {
  const given = Object.fromEntries(new URLSearchParams(location.search))
  const { names, days } = await known()
  at('names').replaceChildren(...names.map(value => element('option', { value })))
  at('event').value = given.event ?? names[0] ?? ''
  at('date').value = given.date ?? days.at(-1) ?? new Date().toISOString().slice(0, 10)
  for (const bound of ['from', 'to']) if (given[bound]) at(bound).value = given[bound].slice(0, 16)
  form.elements.of.value = given.event ? 'event' : 'date'
  showFields()
  await show()
}

form.addEventListener('submit', event => {
  event.preventDefault()
  show()
})
form.addEventListener('change', showFields)
// Before the page has loaded there is nothing to ask for; once it has, it heeds the choice.
at('every').addEventListener('change', () => form.checkValidity() && show())
new ResizeObserver(redraw).observe(at('plot'))
await begin()

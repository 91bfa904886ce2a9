// A Query and a Scan side by side: what each has read of the table, and its units.

import { copyable, count, number } from './amounts.js'
import { element } from './shared.js'
import { keyText } from './values.js'

/** So many cells of a partition are drawn. */
const CELLS = 200

const sum = (calls, name) => calls.reduce((total, call) => total + call[name], 0)

const units = value => count(value, 'read unit')

/** A partition, with a cell for each item. */
const row = (partition, isRead, isAnswer) => {
  const items = partition.items.slice(0, CELLS)
  const answers = items.filter(isAnswer).length
  return element('li', {},
    element('span', { class: 'key', title: keyText(partition.value) }, keyText(partition.value)),
    element('span', { class: 'cells', 'aria-hidden': 'true' }, items.map(item =>
      element('i', { class: isAnswer(item) ? 'answer' : isRead(item) ? 'read' : undefined })),
    partition.count > items.length && element('small', {}, `+${number(partition.count - items.length)}`)),
    element('span', { class: 'unseen' }, ` ${items.filter(isRead).length} of ${count(partition.count, 'item')} read, ${answers} returned`))
}

const map = ({ shown, isRead, isAnswer, label }) => element('ul', { class: 'map', 'aria-label': label },
  shown.partitions().map(partition => row(partition, isRead, isAnswer)),
  !shown.complete() && element('li', {}, element('small', {}, 'and more partitions')))

/** The names and values of the expression on a line each. */
const written = request => JSON.stringify(request, null, 2).replace(/\{\s+("\w+": "(?:[^"\\]|\\.)*")\s+\}/g, '{ $1 }')

const request = (action, { request }) => element('details', { class: 'request', open: true },
  element('summary', {}, 'The request'), copyable(`${action} ${written(request)}`))

const perCall = ({ calls }) => calls.length > 1 && element('ol', { class: 'calls' }, calls.map(call =>
  element('li', {}, `${count(call.scannedCount, 'item')} read, ${number(call.count)} returned, ${units(call.units)}`)))

const figures = entries => element('dl', { class: 'figures' }, entries.map(([name, value]) =>
  element('div', {}, element('dt', {}, name), element('dd', {}, value))))

const answer = ({ action, says, asked, ...drawn }) => element('article', { class: action.toLowerCase() },
  element('h3', {}, action),
  element('p', {}, says),
  figures([
    ['Read units', number(sum(asked.calls, 'units'))],
    [element('code', {}, 'ScannedCount'), number(sum(asked.calls, 'scannedCount'))],
    [element('code', {}, 'Count'), number(sum(asked.calls, 'count'))],
    ['Calls', number(asked.calls.length)]
  ]),
  map({ label: `What the ${action} has read`, ...drawn }),
  perCall(asked),
  request(action, asked))

const told = ({ query, scan }) => {
  const costs = { query: sum(query.calls, 'units'), scan: sum(scan.calls, 'units') }
  const read = { query: sum(query.calls, 'scannedCount'), scan: sum(scan.calls, 'scannedCount') }
  const times = costs.query ? costs.scan / costs.query : 0
  const asQuery = `The Query read ${count(read.query, 'item')} for ${units(costs.query)}.`
  const asScan = `The Scan read ${scan.next ? 'the first ' : ''}${count(read.scan, 'item')} for ${units(costs.scan)}`
  if (!costs.query) return `${asQuery} ${asScan}. DynamoDB Local counts nothing for a Query that finds nothing; AWS charges the least there is.`
  return `${asQuery} ${asScan}${times > 1 ? `: ${number(times)} times as much` : ''}.${scan.next ? ' It stopped there, before the end.' : ''}`
}

export const showComparison = ({ at, answers, shown, next }) => {
  const { query, scan } = answers
  const returned = new Set(query.items.map(shown.identity))
  const matching = new Set(scan.items.map(shown.identity))
  const isOf = set => item => set.has(shown.identity(item))
  at('outcome').textContent = told(answers)
  at('comparison').replaceChildren(
    answer({
      action: 'Query', asked: query, shown, isRead: isOf(returned), isAnswer: isOf(returned),
      says: 'Goes to one partition and reads a range of it, in order.'
    }),
    answer({
      action: 'Scan', asked: scan, shown, isRead: () => true, isAnswer: isOf(matching),
      says: 'Reads every partition, and returns what the filter lets through.'
    }))
  if (query.next) {
    at('comparison').querySelector('.query .figures').after(element('p', { class: 'note' }, 'More follow. ',
      element('button', { type: 'button', class: 'quiet', click: () => next(JSON.stringify(query.next)) }, 'Next page')))
  }
  at('comparison').hidden = false
  at('legend').hidden = false
}

// The last requests, as they come.

import { clock, count, element, follow, friendly, milliseconds, read, units } from './shared.js'
import { narrow, waterfall } from './waterfall.js'

const list = document.getElementById('requests')
const rows = new Map()
let changes = ''

const kind = status => status === 0 ? 'pending' : `s${Math.floor(status / 100)}`

const summary = request => [
  element('time', { datetime: request.time }, clock(request.time)),
  element('span', { class: 'target' }, element('b', {}, request.method), ' ', element('code', {}, request.target)),
  element('span', { class: 'operation' }, request.operation || '—'),
  element('span', { class: 'code ' + kind(request.status) }, request.status || '…'),
  element('span', { class: 'number' }, milliseconds(request.millis)),
  element('span', { class: 'number' }, request.calls ? `${count(request.calls, 'call')}, ${units(request.units)}` : '—')
]

const parts = all => element('dl', { class: 'parts' }, all.map(part => [
  element('dt', {}, part.name), element('dd', {}, element('code', {}, part.text))
]))

const statement = missing => JSON.stringify({ Effect: 'Allow', Action: missing.action, Resource: missing.resource }, null, 2)

const call = one => element('li', { class: 'call' },
  element('h3', {}, element('b', {}, one.operation), ' ', one.targets.map(target =>
    element('span', { class: 'on', title: target }, friendly(target)))),
  element('p', { class: 'facts' },
    [milliseconds(one.millis), ...one.units.map(unit => `${units(unit.units)} of ${friendly(unit.of)}`),
      one.attempt > 1 && `retry ${one.attempt - 1} by the SDK`,
      one.fault && `gone wrong as a test has ordered: ${one.fault}`].filter(Boolean).join(' · ')),
  parts(one.request),
  one.result.length > 0 && [element('h4', {}, 'Answer'), parts(one.result)],
  one.error && element('p', { class: 'error' }, one.error),
  one.missing.map(missing => element('div', { class: 'missing' },
    element('p', {}, 'The function’s role doesn’t allow this. The statement that is missing:'),
    element('pre', {}, statement(missing)))))

const verdict = ({ outcome, claims, context }) => {
  if (!outcome) return element('p', {}, 'Nobody was asked: the operation is open, or the request ended earlier.')
  const facts = [['Verdict', outcome], ['Subject', context.subject ?? claims.sub], ['Scopes', claims.scope],
    ['Token good until', claims.exp && clock(claims.exp)]]
  return parts(facts.filter(([, text]) => text).map(([name, text]) => ({ name, text })))
}

const functions = all => element('ul', { class: 'functions' }, all.map(one => element('li', {},
  element('b', {}, one.function), ' ', element('span', { class: one.cold ? 'cold' : 'warm' }, one.cold ? 'cold' : 'warm'), ' ',
  [one.cold && `start ${milliseconds(one.startMillis)}`, milliseconds(one.millis), `${one.memory} MiB configured`]
    .filter(Boolean).join(' · '),
  one.failure && element('p', { class: 'error' }, one.failure))))

const section = (title, ...content) => element('section', {}, element('h2', {}, title), content)

const detail = request => [
  request.functions.length > 0 && waterfall(request),
  section('DynamoDB', request.calls.length > 0
    ? element('ol', { class: 'calls' }, request.calls.map(call))
    : element('p', {}, 'Not called.')),
  section('Authorizer', verdict(request.verdict)),
  request.functions.length > 0 && section('Functions', functions(request.functions)),
  request.log.length > 0 && section('Log', element('pre', { tabindex: 0 },
    request.log.map(line => `${Math.round(line.atMillis)} ms ${line.function} ${line.text}`).join('\n'))),
  request.sent && section('Request body', element('pre', { tabindex: 0 }, request.sent)),
  request.answered && section('Response body', element('pre', { tabindex: 0 }, request.answered)),
  request.leftOut > 0 && element('p', {}, `${count(request.leftOut, 'part')} left out: it did too much to be kept.`),
  element('p', { class: 'id' }, 'Request id ', element('code', {}, request.summary.id))
].filter(Boolean)

const fill = async row => {
  try {
    row.body.replaceChildren(...detail(await read('request?id=' + row.id)))
  } catch (failure) {
    row.body.replaceChildren(failure.message)
  }
}

const add = request => {
  const row = { id: request.id, head: element('summary'), body: element('div', { class: 'detail' }) }
  row.details = element('details', { id: 'r' + request.number }, row.head, row.body)
  row.item = element('li', {}, row.details)
  row.details.addEventListener('toggle', () => row.details.open && fill(row))
  rows.set(request.id, row)
  return row
}

const show = requests => {
  const known = new Set(requests.map(request => request.id))
  for (const [id, row] of rows) {
    if (!known.has(id)) {
      row.item.remove()
      rows.delete(id)
    }
  }
  for (const request of [...requests].reverse()) {
    const row = rows.get(request.id) ?? add(request)
    const text = JSON.stringify({ ...request, millis: request.status && request.millis })
    if (!row.item.isConnected) list.prepend(row.item)
    if (row.text !== text) {
      row.text = text
      row.head.replaceChildren(...summary(request))
      if (row.details.open) fill(row)
    }
  }
  document.getElementById('none').hidden = requests.length > 0
}

// The picture of a request is another one in a narrow window.
narrow.addEventListener('change', () => rows.forEach(row => row.details.open && fill(row)))

follow(async () => {
  const answer = await read('requests?since=' + changes)
  changes = answer.changes
  if (answer.requests) show(answer.requests)
}, document.getElementById('status'), document.getElementById('pause'))

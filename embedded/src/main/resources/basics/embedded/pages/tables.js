// Tables and indexes with their items, and one question put to them as a Query and as a Scan.

import { address, count, firstCalls, number, size } from './amounts.js'
import { element, read } from './shared.js'
import { showComparison } from './comparison.js'
import { collections } from './collections.js'
import { keyText, written } from './values.js'

const at = id => document.getElementById(id)
const here = new URLSearchParams(location.search)

const choice = (table, index, current) => element('li', { class: index ? 'index' : undefined },
  element('a', { href: address('tables', { table: table.name, index: index?.name }), 'aria-current': current && 'true' },
    element('b', {}, index ? index.name : table.label), ' ',
    element('small', {}, `${index ? `index of ${table.label}, ` : ''}${count((index ?? table).items, 'item')}`)))

const showChoices = (tables, table, index) => at('tables').replaceChildren(...tables.flatMap(each => [
  choice(each, undefined, each === table && !index),
  ...each.indexes.map(one => choice(each, one, one === index))
]))

const key = ({ name, type }) => [element('code', {}, name), ` (${type})`]

const showFacts = (table, index) => {
  const { keys, items, bytes } = index ?? table
  const facts = [
    ['Partition key', key(keys[0])],
    ['Sort key', keys[1] ? key(keys[1]) : 'none'],
    ['Items', number(items)],
    ['Size', size(bytes)],
    ...index
      ? [['Holds', index.projection === 'ALL' ? 'whole items' : index.projection], ['Index of', element('code', {}, table.label)]]
      : [
          ['Time to live', table.timeToLive ? element('code', {}, table.timeToLive) : 'off'],
          ['Stream', table.stream || 'off'],
          ['Billing', table.billing === 'PAY_PER_REQUEST' ? 'on demand' : 'provisioned']
        ]
  ]
  at('facts').replaceChildren(...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))))
  if (!index) at('facts').append(element('div', { class: 'wide' }, element('dt', {}, 'Name'), element('dd', {}, element('code', {}, table.name))))
}

const showQuestion = (table, index) => {
  const [partition, sort] = (index ?? table).keys
  at('partition-name').textContent = partition.name
  at('sort-name').textContent = sort?.name ?? ''
  document.querySelectorAll('.of-sort-key').forEach(field => { field.hidden = !sort })
  document.querySelectorAll('.of-table').forEach(field => { field.hidden = Boolean(index) })
  at('range').querySelector('[value=begins_with]').disabled = sort?.type === 'N'
}

const showRange = () => {
  const range = at('range').value
  document.querySelector('.of-range').hidden = !range
  document.querySelector('.of-between').hidden = range !== 'between'
  at('from').required = Boolean(range)
  at('to').required = range === 'between'
}

const asked = (table, index) => {
  const [partition, sort] = (index ?? table).keys
  const range = sort ? at('range').value : ''
  const value = field => JSON.stringify(written(at(field).value, sort.type))
  return {
    table: table.name,
    index: index?.name,
    partition: JSON.stringify(written(at('partition').value, partition.type)),
    range,
    from: range && value('from'),
    to: range === 'between' ? value('to') : '',
    order: at('order').value,
    limit: at('limit').value,
    consistent: index ? '' : at('consistent').value
  }
}

/** A question to begin with: the later part of the largest partition. */
const propose = (shown, [, sort]) => {
  const largest = shown.partitions().toSorted((one, other) => other.count - one.count)[0]
  at('partition').value = keyText(largest?.value)
  if (sort && largest?.items.length > 5) {
    at('range').value = '>='
    at('from').value = keyText(largest.items[Math.floor(largest.items.length * 0.7)].attributes[sort.name])
  }
  showRange()
}

/** The first partitions and their sort keys, to choose from. */
const suggest = (shown, keys) => {
  at('values').replaceChildren(...shown.partitions().map(({ value }) => element('option', { value: keyText(value) })))
  const chosen = shown.partitions().find(({ value }) => keyText(value) === at('partition').value)
  at('sort-values').replaceChildren(...(keys[1] && chosen ? chosen.items.slice(0, 50) : [])
    .map(({ attributes }) => element('option', { value: keyText(attributes[keys[1].name]) })))
}

const ask = async (table, index, shown, after) => {
  at('outcome').textContent = 'Asking …'
  try {
    const answers = await read(address('comparison', { ...asked(table, index), after }))
    const total = (index ?? table).items
    showComparison({ at, answers, shown, total, next: key => ask(table, index, shown, key) })
    shown.mark(answers.query.items)
  } catch (failure) {
    at('comparison').hidden = true
    at('outcome').textContent = failure.message
  }
}

const show = async (table, index) => {
  const { keys } = index ?? table
  showFacts(table, index)
  showQuestion(table, index)
  at('chosen').hidden = false
  const shown = collections({ at, table, index, keys })
  await shown.load()
  propose(shown, keys)
  suggest(shown, keys)
  at('partition').addEventListener('change', () => suggest(shown, keys))
  at('range').addEventListener('change', showRange)
  at('ask').addEventListener('submit', event => {
    event.preventDefault()
    ask(table, index, shown)
  })
  at('refresh').addEventListener('click', () => location.reload())
  if (shown.partitions().length) await ask(table, index, shown)
}

const { tables } = await read('tables')
const table = tables.find(({ name }) => name === here.get('table')) ??
  tables.toSorted((one, other) => other.items - one.items)[0]
const index = table?.indexes.find(({ name }) => name === here.get('index'))
showChoices(tables, table, index)
if (!table?.items) at('nothing').replaceChildren(await firstCalls(table ? `${table.label} is empty.` : 'There are no tables.'))
if (table) await show(table, index)

// The items of a table or an index by partition. What a Query has read is marked.

import { address, count, size } from './amounts.js'
import { element, read } from './shared.js'
import { attribute, keyText, type } from './values.js'

const AT_ONCE = 50

export const collections = ({ at, table, index, keys }) => {
  const found = []
  const marked = new Set()
  let next
  const [partitionKey, sortKey] = keys
  const identity = ({ attributes }) => JSON.stringify([...keys, ...table.keys].map(({ name }) => attributes[name]))
  const source = { table: table.name, index: index?.name }

  const row = item => {
    const { attributes, bytes } = item
    const others = Object.entries(attributes).filter(([name]) => name !== partitionKey.name && name !== sortKey?.name)
    const isRead = marked.has(identity(item))
    return element('tr', { class: isRead ? 'read' : undefined },
      sortKey && element('th', { scope: 'row' }, keyText(attributes[sortKey.name]), isRead && element('span', { class: 'unseen' }, ' (read by the Query)')),
      element('td', {}, element('div', { class: 'attributes' }, others.map(([name, value]) => attribute(name, value)))),
      element('td', { class: 'number' }, size(bytes)))
  }

  const rows = partition => {
    const body = element('tbody', {}, partition.items.slice(0, partition.shown).map(row))
    const head = element('tr', {}, sortKey && element('th', { scope: 'col' }, element('code', {}, sortKey.name)),
      element('th', { scope: 'col' }, 'Other attributes'), element('th', { scope: 'col', class: 'number' }, 'Size'))
    return element('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': `Items of ${keyText(partition.value)}` },
      element('table', {}, element('thead', {}, head), body))
  }

  const more = partition => element('button', {
    type: 'button', class: 'quiet', click: async () => {
      if (partition.shown >= partition.items.length) {
        const last = partition.items.at(-1).attributes
        const after = Object.fromEntries([...keys, ...table.keys].map(({ name }) => [name, last[name]]))
        const page = await read(address('items', { ...source, partition: JSON.stringify(partition.value), after: JSON.stringify(after) }))
        partition.items.push(...page.items)
        partition.count = Math.max(partition.count, partition.items.length)
      }
      partition.shown += AT_ONCE
      draw()
    }
  }, `More of ${count(partition.count, 'item')}`)

  const collection = partition => element('details', {
    class: partition.items.some(item => marked.has(identity(item))) ? 'collection touched' : 'collection',
    open: partition.open,
    toggle: event => { partition.open = event.target.open }
  },
  element('summary', {},
    element('span', { class: 'key' }, keyText(partition.value)), ' ', type(partition.value), ' ',
    element('span', { class: 'note' }, `${count(partition.count, 'item')}, ${size(partition.bytes)}`)),
  rows(partition), partition.shown < partition.count && more(partition))

  const draw = () => {
    at('partitions').replaceChildren(...found.map(collection))
    at('more').hidden = !next
    at('order-note').textContent = found.length
      ? `In the order in which a Scan meets them: partitions by a hash of ${partitionKey.name}${sortKey ? `, and in each the items by ${sortKey.name}` : ''}.`
      : 'Nothing is stored here yet.'
  }

  /** A partition that the last page has left unfinished goes on. */
  const join = partition => {
    const last = found.at(-1)
    if (last && keyText(last.value) === keyText(partition.value)) {
      last.count += partition.count
      last.bytes += partition.bytes
    } else {
      found.push({ ...partition, shown: AT_ONCE, open: false })
    }
  }

  const load = async () => {
    const page = await read(address('partitions', { ...source, after: next && JSON.stringify(next) }))
    page.partitions.forEach(join)
    next = page.next
    const few = found.reduce((sum, partition) => sum + partition.count, 0) <= 40
    if (few) found.forEach(partition => { partition.open = true })
    draw()
  }

  at('more').addEventListener('click', load)

  return {
    load,
    partitions: () => found,
    identity,
    complete: () => !next,
    /** Marks what was read, and opens where it lies. */
    mark: items => {
      marked.clear()
      items.forEach(item => marked.add(identity(item)))
      found.forEach(partition => {
        const first = partition.items.findIndex(item => marked.has(identity(item)))
        if (first >= 0) {
          partition.open = true
          partition.shown = Math.max(partition.shown, Math.ceil((first + 1) / AT_ONCE) * AT_ONCE)
        }
      })
      draw()
    }
  }
}

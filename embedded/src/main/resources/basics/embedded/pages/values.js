// DynamoDB's values, as its API writes them: {"S": "text"}, {"N": "1"}, {"M": {...}}.

import { size } from './amounts.js'
import { element } from './shared.js'

const LONGEST = 200
const TYPES = {
  S: 'string', N: 'number', B: 'binary', BOOL: 'Boolean', NULL: 'null', M: 'map', L: 'list',
  SS: 'set of strings', NS: 'set of numbers', BS: 'set of binaries'
}

export const typeOf = value => Object.keys(value)[0]

const bytes = base64 => size(atob(base64).length)

const inside = value => {
  const type = typeOf(value)
  const held = value[type]
  switch (type) {
    case 'S': return JSON.stringify(held)
    case 'N': return held
    case 'B': return `(${bytes(held)})`
    case 'BOOL': return String(held)
    case 'NULL': return 'null'
    case 'M': return `{${Object.entries(held).map(([name, part]) => `${name}: ${inside(part)}`).join(', ')}}`
    case 'L': return `[${held.map(inside).join(', ')}]`
    case 'SS': return `{${held.map(text => JSON.stringify(text)).join(', ')}}`
    case 'NS': return `{${held.join(', ')}}`
    default: return `{${held.map(part => `(${bytes(part)})`).join(', ')}}`
  }
}

const shortened = text => text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text

/** In short; a string stands without quotes, as its type is shown beside it. */
export const text = value => shortened(typeOf(value) === 'S' ? value.S : inside(value))

/** A key: to be compared with others, and long enough to be told from them. */
export const keyText = value => value === undefined ? '' : value.S ?? value.N ?? `(${value.B})`

export const type = value => element('abbr', { class: 'type', title: TYPES[typeOf(value)] }, typeOf(value))

export const attribute = (name, value) => element('span', { class: 'attribute' },
  element('span', { class: 'name' }, name), ' ', type(value), ' ', element('span', { class: 'value' }, text(value)))

/** What somebody has written into a field for a key of this type. */
export const written = (input, keyType) => ({ [keyType]: input })

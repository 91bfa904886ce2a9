// What pages about the tables need: amounts, text to copy, and what to do where there is nothing yet.

import { element } from './shared.js'

export const number = value => value.toLocaleString('en', { maximumFractionDigits: 1 })

export const count = (value, one) => `${number(value)} ${value === 1 ? one : one + 's'}`

/** In DynamoDB's kilobytes of 1,024 bytes. */
export const size = bytes => bytes < 1024
  ? count(bytes, 'byte')
  : bytes < 1024 * 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes / 1024 / 1024)} MB`

/** A path with those parameters that have a value. */
export const address = (path, parameters) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  return given.length ? `${path}?${new URLSearchParams(given)}` : path
}

/** Commands that make something appear, if the service has brought any. */
export const firstCalls = async reason => {
  const answer = await fetch('first-calls.txt')
  const text = answer.ok ? (await answer.text()).replaceAll('${url}', location.origin).trim() : ''
  return element('section', { class: 'empty', 'aria-label': 'Nothing yet' },
    element('p', {}, reason, text ? ' Paste this into a console:' : ' Call an operation of the ', text ? '' : element('a', { href: 'reference' }, 'reference'), text ? '' : '.'),
    text && copyable(text))
}

/** Text to paste elsewhere. */
export const copyable = text => {
  const button = element('button', {
    type: 'button', class: 'quiet copy', click: async () => {
      await navigator.clipboard.writeText(text)
      button.textContent = 'Copied'
    }
  }, 'Copy')
  return element('div', { class: 'copyable' }, element('pre', { tabindex: 0 }, element('code', {}, text)), button)
}

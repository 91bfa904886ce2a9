// What all pages need to show data: elements, numbers, and what to do where there is nothing yet.

/** An element. Attributes whose value is false or undefined are left out; functions become listeners. */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value === true) made.setAttribute(name, '')
    else if (value !== false && value !== undefined) made.setAttribute(name, value)
  }
  made.append(...children.flat().filter(child => child !== undefined && child !== false && child !== ''))
  return made
}

/** Data of this service's pages; what it says of a refusal becomes the error's message. */
export const read = async (name, parameters = {}) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  const answer = await fetch(`api/${name}?${new URLSearchParams(given)}`)
  if (!answer.ok) throw new Error((await answer.text()).trim())
  return answer.json()
}

export const number = value => value.toLocaleString('en', { maximumFractionDigits: 1 })

export const count = (value, one, many = one + 's') => `${number(value)} ${value === 1 ? one : many}`

/** In DynamoDB's kilobytes of 1,024 bytes. */
export const size = bytes => bytes < 1024
  ? count(bytes, 'byte')
  : bytes < 1024 * 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes / 1024 / 1024)} MB`

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

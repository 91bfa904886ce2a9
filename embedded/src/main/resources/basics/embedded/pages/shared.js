// What several pages need: elements, numbers as one reads them, and data that is asked for again and again.

/** An element; functions become its listeners, and a child that is false or null is left out. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...children.flat(Infinity).filter(child => child !== false && child !== null && child !== undefined && child !== ''))
  return made
}

export const milliseconds = value => value >= 1000
  ? `${(value / 1000).toFixed(2)} s`
  : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

export const units = value => `${+value.toFixed(2)} ${value === 1 ? 'unit' : 'units'}`

export const count = (number, one, many = one + 's') => `${number} ${number === 1 ? one : many}`

export const clock = time => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })

/** CloudFormation makes physical names of a stack's, the template's and something random: the middle says most. */
export const friendly = name => name.replace(/^[\w-]+-([A-Za-z]\w*?)[0-9A-F]{8}-[A-Z0-9]{12,13}(?=\/|$)/, '$1')

export const read = async path => {
  const answer = await fetch('api/' + path)
  if (!answer.ok) throw new Error((await answer.text()).trim())
  return answer.json()
}

/** Asks again and again, while somebody looks and the service is there. */
export const follow = (ask, status, pause, every = 1000) => {
  let paused = false
  pause?.addEventListener('click', () => {
    paused = !paused
    pause.setAttribute('aria-pressed', paused)
  })
  const look = async () => {
    if (!document.hidden && !paused) {
      try {
        await ask()
        status.textContent = ''
      } catch (failure) {
        status.textContent = failure instanceof TypeError ? 'The service doesn’t answer. It may have ended.' : failure.message
      }
    }
    setTimeout(look, every)
  }
  look()
}

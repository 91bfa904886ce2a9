// How the functions are, and what the service is at.

import { clock, count, element, follow, milliseconds, read } from './shared.js'

const PHASES = { STARTING: 'cold, starting', IDLE: 'warm', BUSY: 'busy' }
const CACHES = { OFF: 'not used', MISSING: 'not made yet', IMPOSSIBLE: 'none for code compiled since', MADE: 'used' }

const environments = all => {
  if (all.length === 0) return element('span', { class: 'phase' }, 'none: the next request is a cold start')
  return element('ul', { class: 'environments' }, all.map(one =>
    element('li', { class: 'phase ' + one.phase.toLowerCase() },
      `${PHASES[one.phase]} since ${clock(one.started)}, ${count(one.invocations, 'invocation')}`)))
}

const used = all => Math.max(0, ...all.map(one => one.usedMebibytes))

const row = one => element('tr', {},
  element('th', { scope: 'row' }, one.name, one.version !== '$LATEST' && ` (version ${one.version})`),
  element('td', {}, environments(one.environments)),
  element('td', { class: 'number' }, used(one.environments) ? `${used(one.environments)} of ${one.memory} MiB` : `${one.memory} MiB`),
  element('td', { class: 'number' }, one.counts.invocations),
  element('td', { class: 'number' }, one.counts.cold),
  element('td', {}, [...one.counts.startMillis].reverse().slice(0, 3).map(milliseconds).join(', ') || '—'),
  element('td', { class: 'number' }, one.counts.failed,
    one.counts.lastFailure && element('p', { class: 'error' }, one.counts.lastFailure)),
  element('td', {}, CACHES[one.cache]))

const step = one => element('li', { class: one.result ? 'done' : 'under-way' },
  element('time', { datetime: one.began }, clock(one.began)), ' ', one.what,
  one.result ? element('span', { class: 'result' }, ` — ${one.result} (${one.seconds.toFixed(1)} s)`)
    : element('span', { class: 'result' }, ` … ${Math.round(one.seconds)} s so far`))

const show = (id, made) => {
  const place = document.getElementById(id)
  const text = made.map(one => one.outerHTML).join('')
  // What is the same stays, so that nobody loses what they have selected.
  if (place.innerHTML !== text) place.replaceChildren(...made)
}

follow(async () => {
  const { functions, progress } = await read('functions')
  show('functions', functions.map(row))
  show('progress', progress.length > 0 ? progress.map(step) : [element('li', {}, 'Ready, and nothing else to do.')])
}, document.getElementById('status'), document.getElementById('pause'))

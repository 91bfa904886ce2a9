// The two lists of events, read page by page, and the counts of a name; with a token of this machine's issuer.

import { address } from './amounts.js'

/** More than these wouldn't be told apart as dots. */
const PAGES = 5
const LIMIT = 1000

let token

const newToken = async () => {
  const answer = await fetch('/oauth2/token', {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('local:local')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'events:read' })
  })
  if (!answer.ok) throw new Error('This machine\'s issuer gives no token.')
  return (await answer.json()).access_token
}

const get = async path => {
  token ??= await newToken()
  const ask = () => fetch(path, { headers: { Authorization: `Bearer ${token}` } })
  let answer = await ask()
  if (answer.status === 401) {
    token = await newToken()
    answer = await ask()
  }
  const body = await answer.json()
  if (!answer.ok) throw new Error([body.detail ?? body.title, ...(body.errors ?? []).map(error => `${error.parameter}: ${error.detail}`)].join(' '))
  return body
}

/** The path of a question, such as {date: '2026-11-22', from: ...}. */
export const path = ({ event, ...parameters }) =>
  address(`/events${event ? `/${encodeURIComponent(event)}` : ''}`, parameters)

const HOUR = 3600 * 1000
const DAY = 24 * HOUR
/** The most that one answer has. */
const HOURS = 744
const DAYS = 731

/** How often a name happened within two moments, by hour or, where that is too much, by day; null beyond two years. */
export const counts = async (event, [from, to]) => {
  const by = to - from <= (HOURS - 1) * HOUR ? 'hour' : 'day'
  if (to - from > (DAYS - 1) * DAY) return null
  const time = moment => new Date(moment).toISOString()
  const { items } = await get(address(`/events/${encodeURIComponent(event)}/counts`, { from: time(from), to: time(to), by }))
  return { by, items }
}

/** Events in the order of time; complete unless there are more than a plot can show. */
export const events = async question => {
  const items = []
  let cursor
  for (let page = 0; page < PAGES; page++) {
    const answer = await get(path({ ...question, limit: LIMIT, cursor }))
    items.push(...answer.items)
    cursor = answer.next_cursor
    if (!cursor) break
  }
  return { items, complete: !cursor }
}

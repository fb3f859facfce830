import { describe, expect, it } from 'vitest'
import { cookieName, readCookie, writeCookie } from '../../../backend/node/identity/cookie.ts'

const read = (cookie: string, name = 'roster') =>
  readCookie(new Request('http://roster.example', { headers: { Cookie: cookie } }), name)

describe('reading a cookie', () => {
  it.each([
    ['roster=a', 'a'],
    ['roster-x=b; roster=a', 'a'],
    ['rosterx=b; roster=a', 'a'],
    ['x-roster=b; roster=a', 'a'],
    ['__Host-roster=b; roster=a', 'a'],
    ['roster; roster=a', 'a'],
    ['other=roster=b;roster=a', 'a'],
    [' roster=a ;other=b', 'a'],
    ['roster=a; roster=b', 'a'],
    ['roster=a=b', 'a=b'],
    ['roster=', ''],
    ['roster-x=b', undefined],
    ['Roster=b', undefined],
    ['', undefined],
  ])('%j', (header, expected) => {
    expect(read(header)).toBe(expected)
  })

  it('finds none in a request without cookies', () => {
    expect(readCookie(new Request('http://roster.example'), 'roster')).toBeUndefined()
  })
})

it('a cookie is bound to its host and to HTTPS wherever the browser speaks it', () => {
  expect([cookieName('sign-in', false), cookieName('sign-in', true)]).toEqual(['roster', '__Host-roster'])
  expect([cookieName('device', false), cookieName('device', true)]).toEqual([
    'roster-device',
    '__Host-roster-device',
  ])
  expect(writeCookie('sign-in', 'a', false, 60)).toBe('roster=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
  expect(writeCookie('device', 'a', true, 60)).toBe(
    '__Host-roster-device=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
  )
})

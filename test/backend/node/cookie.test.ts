import { describe, expect, it } from 'vitest'
import { cookiesOf } from '../../../backend/node/identity/cookie.ts'

const cookies = cookiesOf('x')

const read = (cookie: string) =>
  cookies.read(new Request('http://roster.example', { headers: { Cookie: cookie } }), 'sign-in', false)

describe('reading a cookie', () => {
  it.each([
    ['roster-x=a', 'a'],
    ['roster-xx=b; roster-x=a', 'a'],
    ['roster=b; roster-x=a', 'a'],
    ['x-roster-x=b; roster-x=a', 'a'],
    ['__Host-roster-x=b; roster-x=a', 'a'],
    ['roster-device-x=b; roster-x=a', 'a'],
    ['roster-x; roster-x=a', 'a'],
    ['other=roster-x=b;roster-x=a', 'a'],
    [' roster-x=a ;other=b', 'a'],
    ['roster-x=a; roster-x=b', 'a'],
    ['roster-x=a=b', 'a=b'],
    ['roster-x=', ''],
    ['roster-y=b', undefined],
    ['Roster-x=b', undefined],
    ['', undefined],
  ])('%j', (header, expected) => {
    expect(read(header)).toBe(expected)
  })

  it('finds none in a request without cookies', () => {
    expect(cookies.read(new Request('http://roster.example'), 'sign-in', false)).toBeUndefined()
  })
})

it('a cookie is bound to its deployment, and to its host and HTTPS wherever the browser speaks it', () => {
  expect([cookies.name('sign-in', false), cookies.name('sign-in', true)]).toEqual([
    'roster-x',
    '__Host-roster-x',
  ])
  expect([cookies.name('device', false), cookies.name('device', true)]).toEqual([
    'roster-device-x',
    '__Host-roster-device-x',
  ])
  expect(cookies.write('sign-in', 'a', false, 60)).toBe(
    'roster-x=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60',
  )
  expect(cookies.write('device', 'a', true, 60)).toBe(
    '__Host-roster-device-x=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
  )
})

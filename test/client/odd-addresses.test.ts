import { describe, expect, it } from 'vitest'
import { createJoinApi } from '../../src/client/create-join-api.ts'
import { apiOf } from './api-of.ts'
import { user } from './wire.ts'

/** The address of a request that a client with this base sends. */
async function addressBy(baseUrl: string) {
  const sent: string[] = []
  const fetch = (request: Request) => {
    sent.push(request.url)
    return Response.json(user(1))
  }
  await apiOf({ url: baseUrl }, { fetch }).users.get('user-1')
  return sent
}

describe('the address of a backend', () => {
  it.each([
    'http://a.example',
    'http://a.example/',
    'http://a.example//',
    ' http://a.example\n',
    'HTTP://A.EXAMPLE',
  ])('may be written as %j', async (baseUrl) => {
    expect(await addressBy(baseUrl)).toEqual(['http://a.example/v1/users/user-1'])
  })

  it.each([
    ['http://a.example/roster/', 'http://a.example/roster/v1/users/user-1'],
    ['http://[::1]:4000', 'http://[::1]:4000/v1/users/user-1'],
    ['http://bücher.example', 'http://xn--bcher-kva.example/v1/users/user-1'],
    ['http://a.example/@me', 'http://a.example/@me/v1/users/user-1'],
    ['app://roster', 'app://roster/v1/users/user-1'],
  ])('%s leads to %s', async (baseUrl, expected) => {
    expect(await addressBy(baseUrl)).toEqual([expected])
  })

  it.each([
    'http://a.example?tenant=1',
    'http://a.example/api?',
    '/api?x#y',
    'http://a.example/#/app',
    '#',
    'http://ada:secret@a.example',
    '//ada@a.example',
    'localhost:4000',
    'javascript:1',
    'data:text/plain,x',
  ])('that would swallow the path, or that nothing can be sent to, throws: %s', (baseUrl) => {
    expect(() => apiOf({ url: baseUrl })).toThrow(/^baseUrl must be an address such as (?!.*secret)/)
    expect(() => createJoinApi({ baseUrl })).toThrow(TypeError)
  })

  it('that is missing, as an unset variable of a build, throws', () => {
    const options: { url: string } = JSON.parse('{"url":null}')
    expect(() => apiOf(options)).toThrow(/^baseUrl must be/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AbortedError,
  ApiError,
  isApiError,
  NetworkError,
  ProblemError,
  toApiError,
} from '../../src/client.ts'

describe('toApiError', () => {
  it('leaves an ApiError as it is', () => {
    for (const error of [
      new ApiError('x', 'X'),
      new NetworkError(),
      new ProblemError(409, { code: 'conflict' }),
    ])
      expect(toApiError(error)).toBe(error)
  })

  it('treats whatever is thrown after the signal has fired as an abort', () => {
    const signal = AbortSignal.abort('enough')
    expect(toApiError('enough', { signal })).toMatchObject({ code: 'aborted', cause: 'enough' })
    expect(toApiError(new TypeError('x'), { signal })).toMatchObject({ name: 'AbortedError' })
    expect(toApiError(new DOMException('x', 'AbortError'))).toMatchObject({ code: 'aborted' })
    expect(toApiError(new Error('x'), { signal: new AbortController().signal }).code).toBe('unknown')
  })

  it.each([
    'Failed to fetch',
    'fetch failed',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
  ])('knows the network in the TypeError of a fetch: %s', (message) => {
    expect(toApiError(new TypeError(message))).toMatchObject({ name: 'NetworkError', code: 'network' })
    expect(toApiError(new Error(message)).code).toBe('unknown')
  })

  it('takes a programming mistake for no network failure', () => {
    const mistake = new TypeError("Cannot read properties of undefined (reading 'rows')")
    expect(toApiError(mistake)).toMatchObject({
      name: 'ApiError',
      code: 'unknown',
      message: mistake.message,
      cause: mistake,
    })
  })

  it('reads the response in the errors of other HTTP clients', () => {
    const data = { code: 'last_admin', requestId: 'r' }
    const axios = Object.assign(new Error('Request failed'), {
      name: 'AxiosError',
      response: { status: 409, data, headers: {} },
    })
    expect(toApiError(axios)).toMatchObject({
      name: 'ProblemError',
      status: 409,
      code: 'last_admin',
      requestId: 'r',
      cause: axios,
    })
    const response = new Response(null, { status: 429, headers: { 'retry-after': '7' } })
    expect(toApiError(response)).toMatchObject({ status: 429, code: 'rate_limited', retryAfter: 7 })
    expect(toApiError(Object.assign(new Error('gone'), { status: 503 }))).toMatchObject({
      code: 'unavailable',
    })
    expect(toApiError(new DOMException('late', 'TimeoutError'))).toMatchObject({ code: 'timeout' })
  })

  it('takes a success that is thrown for no refusal', () => {
    expect(toApiError(new Response('')).code).toBe('unknown')
    expect(toApiError({ status: 'pending' }).code).toBe('unknown')
  })

  it.each([
    [299, 'unknown'],
    [300, 'http_error'],
    [599, 'internal'],
    [600, 'unknown'],
  ])('reads the status %i of another client as %s', (status, code) => {
    expect(toApiError({ status }).code).toBe(code)
    expect(toApiError({ response: { status } }).code).toBe(code)
  })

  it('requires no wait for a time in the past', () => {
    const date = 'Thu, 01 Jan 2026 00:00:10 GMT'
    const later = { date: 'Thu, 01 Jan 2026 00:00:20 GMT', 'retry-after': date }
    const earlier = { date: 'Thu, 01 Jan 2026 00:00:03 GMT', 'retry-after': date }
    const wait = (headers: HeadersInit) => toApiError(new Response(null, { status: 503, headers })).retryAfter
    expect(wait(later)).toBe(0)
    expect(wait(earlier)).toBe(7)
    expect(wait({ 'retry-after': date })).toBeUndefined()
    expect(wait({})).toBeUndefined()
    expect(wait({ 'retry-after': '999999999' })).toBe(999_999_999)
    expect(wait({ 'retry-after': '9'.repeat(400) })).toBe(Number.MAX_SAFE_INTEGER)
    for (const wrong of ['-1', '1s', '0x10']) expect(wait({ 'retry-after': wrong })).toBeUndefined()
  })

  it('makes an ApiError of anything', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (thrown) => {
        const error = toApiError(thrown)
        expect(isApiError(error)).toBe(true)
        expect(error.cause).toBe(thrown)
        expect(error.message).not.toBe('')
      }),
      { seed: 12, numRuns: 500 },
    )
  })
})

describe('isApiError', () => {
  it('knows the family of another copy of the library by its mark', () => {
    class ApiErrorOfAnotherCopy extends Error {
      override readonly name = 'NetworkError'
      readonly isApiError = true
      readonly code = 'network'
    }
    expect(isApiError(new ApiErrorOfAnotherCopy('x'))).toBe(true)
    expect(isApiError(new AbortedError())).toBe(true)
  })

  it('denies all else', () => {
    const named = Object.assign(new Error('x'), { name: 'NetworkError', code: 'network' })
    for (const other of [named, new TypeError('x'), { isApiError: true }, null, undefined, 'ApiError'])
      expect(isApiError(other)).toBe(false)
  })
})

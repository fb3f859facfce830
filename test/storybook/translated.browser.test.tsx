import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { allStories } from './all-stories.tsx'
import { pressesThatAct } from './press-composed.ts'
import { translatePage } from './translate-page.ts'

beforeEach(() => page.viewport(1_200, 900))

let stop = () => {}
const logged = vi.spyOn(console, 'error')
beforeEach(() => {
  logged.mockClear()
  stop = translatePage()
})
afterEach(() => stop())

describe('on a page that is translated', () => {
  const stories = allStories({}).filter(({ play }) => play !== undefined)

  it('there are stories that are played', () => {
    expect(stories.length).toBeGreaterThan(80)
  })

  it.each(stories)('$title is played without an exception of the DOM', async ({ play }) => {
    await play?.()
    // What a play has opened is there for the keys of an input method, too.
    expect(await pressesThatAct(document.body)).toEqual([])
    expect(logged.mock.calls.flat().filter((one) => one instanceof DOMException)).toEqual([])
  })
})

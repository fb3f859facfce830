import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { smallIn } from '../page/small-in.ts'
import { allStories } from './all-stories.tsx'
import { dialogTitles } from './dialog-titles.ts'

beforeEach(() => page.viewport(1_200, 900))

describe('every control of a dialog, a bar or a panel', () => {
  const stories = allStories({}).filter(({ title }) => dialogTitles.includes(title))

  it.each(stories)(
    'of $title is at least 24 pixels wide and high, and covers no docs',
    async ({ draw, isFramed }) => {
      await draw()
      const { body } = document
      await expect
        .poll(() => body.querySelectorAll('.roster-root [class^="roster-"]').length)
        .toBeGreaterThan(5)
      // A link inside a sentence is as high as its line.
      expect(smallIn(body, 24, '.roster-join-text *, :is(p, span) > a')).toEqual([])
      const isModal = body.querySelector('.roster-scrim, .roster-root dialog[open]') !== null
      expect(isFramed || !isModal).toBe(true)
    },
  )
})

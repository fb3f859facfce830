import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { atRest } from '../styles/at-rest.ts'
import { hostSheets } from '../styles/host-sheets.ts'
import { look } from '../styles/look.ts'
import { allStories } from './all-stories.tsx'
import { dialogTitles } from './dialog-titles.ts'

beforeEach(() => page.viewport(1_200, 900))

/** Without those for the body and for all elements, which also move a story. */
const sheets = Object.entries(hostSheets).filter(([, css]) => !/^\s*(body|html|\*)/.test(css))

const stories = allStories({ motion: 'reduce' }).filter(({ title }) => dialogTitles.includes(title))

describe('beside sheets of a host that come after ours', () => {
  it('there is a story for each dialog, bar and panel', () => {
    expect(stories.map(({ title }) => title).sort()).toEqual(dialogTitles.toSorted())
  })

  it.each(stories)('$title looks the same', async ({ draw }) => {
    await draw()
    const { body } = document
    // Dialogs load their layer later.
    await expect
      .poll(() => body.querySelectorAll('.roster-root [class^="roster-"]').length)
      .toBeGreaterThan(5)
    for (const root of body.querySelectorAll<HTMLElement>('.roster-root')) root.dataset.motion = 'reduce'
    await document.fonts.ready
    await atRest(body)
    const changes: string[] = []
    for (const [host, css] of sheets) {
      const roots = [...body.querySelectorAll('.roster-root')]
      const before = roots.flatMap(look)
      const sheet = document.createElement('style')
      onTestFinished(() => sheet.remove())
      sheet.textContent = css
      document.head.append(sheet)
      await atRest(body)
      const now = roots.flatMap(look)
      const changed = before.flatMap((one, index) =>
        one === now[index] ? [] : [`${host}: ${one} → ${now[index]}`],
      )
      changes.push(...changed.slice(0, 5))
      sheet.remove()
      await atRest(body)
    }
    expect(changes).toEqual([])
  })
})

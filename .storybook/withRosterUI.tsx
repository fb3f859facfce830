import type { Decorator } from '@storybook/react-vite'
import { useLayoutEffect } from 'react'
import { direction } from '../src/messages/direction.ts'
import { RosterUI } from '../src/primitives/roster-ui/RosterUI.tsx'
import { brands } from './brands.ts'
import { storyTime } from './story-time.ts'

const clock = () => storyTime

/** Puts each story into a root that follows the toolbars. */
export const withRosterUI: Decorator = (Story, { globals, viewMode }) => {
  const dir = globals.direction === 'auto' ? direction(globals.locale) : globals.direction
  const skin = brands[globals.brand]
  // In docs several stories share a page: the theme of the page is the toolbar's too.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = globals.theme
  }, [globals.theme])
  return (
    <RosterUI
      className="story"
      data-view={viewMode}
      theme={globals.theme}
      locale={globals.locale}
      dir={dir}
      timeZone="UTC"
      now={clock}
      density={globals.density === 'cosy' ? skin?.density : globals.density}
      brand={skin?.brand}
      contrast={globals.contrast}
      motion={globals.motion === 'reduce' ? 'reduce' : undefined}
    >
      <Story />
    </RosterUI>
  )
}

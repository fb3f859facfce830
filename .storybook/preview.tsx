import '@fontsource-variable/inter'
import '../dist/styles.css'
import './preview.css'
import type { Preview } from '@storybook/react-vite'
import { toolbars } from './toolbars.ts'
import { withRosterUI } from './withRosterUI.tsx'

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbars,
  initialGlobals: {
    theme: 'light',
    locale: 'en',
    direction: 'auto',
    density: 'cosy',
    contrast: 'standard',
    motion: 'full',
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { expanded: true, exclude: ['ref'] },
    options: { storySort: { order: ['Docs', 'Page', 'Components', 'Primitives'] } },
  },
  decorators: [withRosterUI],
}

export default preview

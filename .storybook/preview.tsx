import '@fontsource-variable/inter'
import '@fontsource-variable/quicksand'
import '@fontsource-variable/source-serif-4'
import '../dist/styles.css'
import './preview.css'
import type { Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import { DocsPage } from './DocsPage.tsx'
import { loadBackend } from './load-backend.ts'
import { toolbars } from './toolbars.ts'
import { withRosterData } from './withRosterData.tsx'
import { withRosterUI } from './withRosterUI.tsx'

// A play function waits for the backend as long as a busy machine takes.
configure({ asyncUtilTimeout: 30_000 })

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbars,
  initialGlobals: {
    theme: 'light',
    brand: 'none',
    locale: 'en',
    direction: 'auto',
    density: 'cosy',
    contrast: 'standard',
    motion: 'full',
    network: 'fast',
    permission: 'admin',
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    docs: { page: DocsPage },
    controls: { expanded: true, exclude: ['ref'] },
    options: {
      storySort: { order: ['Docs', ['Start here', 'Tokens', 'Anatomy'], 'Page', 'Components', 'Primitives'] },
    },
  },
  loaders: [loadBackend],
  decorators: [withRosterData, withRosterUI],
}

export default preview

import type { Preview } from '@storybook/react-vite'
import { rareGlobals } from './rare-globals.ts'

type GlobalTypes = NonNullable<Preview['globalTypes']>
type Icon = NonNullable<GlobalTypes[string]['toolbar']>['icon']

const toolbar = (title: string, icon: Icon, items: Record<string, string>) => ({
  toolbar: {
    title,
    icon,
    items: Object.entries(items).map(([value, text]) => ({ value, title: text })),
    dynamicTitle: true,
  },
})

/** What a designer often changes while looking at a story. What is rarer is in the menu *More*. */
export const toolbars = {
  theme: toolbar('Theme', 'circlehollow', { light: 'Light', dark: 'Dark' }),
  brand: toolbar('Brand', 'paintbrush', { none: 'No brand', meridian: 'Meridian', pomelo: 'Pomelo' }),
  locale: toolbar('Locale', 'globe', {
    en: 'English',
    'en-GB': 'English (Britain)',
    'en-XA': 'Pseudo-locale',
    de: 'German formats',
    ar: 'Arabic formats',
  }),
  density: toolbar('Density', 'component', { compact: 'Compact', cosy: 'Cosy', touch: 'Touch' }),
  network: toolbar('Network of pages', 'globe', {
    fast: 'Fast network',
    slow: 'Slow network',
    offline: 'Offline',
    '429': 'Too many requests (429)',
    '500': 'Server error (500)',
  }),
  ...Object.fromEntries(Object.entries(rareGlobals).map(([id, { title }]) => [id, { name: title }])),
}

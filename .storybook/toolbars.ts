import type { Preview } from '@storybook/react-vite'

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

/** What a designer may turn while looking at a story. */
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
  direction: toolbar('Direction', 'transfer', {
    auto: 'By locale',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  density: toolbar('Density', 'component', { compact: 'Compact', cosy: 'Cosy', touch: 'Touch' }),
  contrast: toolbar('Contrast', 'contrast', { standard: 'Standard contrast', more: 'More contrast' }),
  motion: toolbar('Motion', 'lightning', { full: 'Full motion', reduce: 'Less motion' }),
  network: toolbar('Network of pages', 'globe', {
    fast: 'Fast network',
    slow: 'Slow network',
    offline: 'Offline',
    '429': 'Too many requests (429)',
    '500': 'Server error (500)',
  }),
  permission: toolbar('Permission on pages', 'lock', {
    admin: 'As an admin',
    none: 'Without Manage users',
  }),
}

import type { RosterUIProps } from '../src/primitives/roster-ui/RosterUI.tsx'

/** What a brand sets, and nothing else: the markup is the same. */
type Skin = Pick<RosterUIProps, 'brand' | 'density'>

/** Two hosts that look like neither each other nor us. */
export const brands: Record<string, Skin> = {
  meridian: {
    density: 'compact',
    brand: {
      accent: '#123f63',
      background: 'light-dark(#fdfcf9, #14171a)',
      text: 'light-dark(#1c2226, #ece9e2)',
      danger: '#a3261c',
      radius: '2px',
      'avatar-radius': '2px',
      font: "'Source Serif 4 Variable', Charter, Georgia, serif",
    },
  },
  pomelo: {
    brand: {
      accent: '#0f7f5f',
      background: 'light-dark(#fffdf9, #15171c)',
      text: 'light-dark(#23302c, #eef3f0)',
      danger: '#cf2f57',
      radius: '16px',
      'radius-chip': '11px',
      font: "'Quicksand Variable', ui-rounded, sans-serif",
      'row-height': '60px',
      'control-height': '36px',
      'avatar-size': '40px',
    },
  },
}

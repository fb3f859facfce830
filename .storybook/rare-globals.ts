/** Globals that are changed rarely, with their values. The menu *More* of the toolbar changes them. */
export const rareGlobals: Record<string, { title: string; items: Record<string, string> }> = {
  direction: {
    title: 'Direction',
    items: { auto: 'By locale', ltr: 'Left to right', rtl: 'Right to left' },
  },
  contrast: { title: 'Contrast', items: { standard: 'Standard contrast', more: 'More contrast' } },
  motion: { title: 'Motion', items: { full: 'Full motion', reduce: 'Less motion' } },
  permission: {
    title: 'Permission on pages',
    items: { admin: 'As an admin', none: 'Without Manage users' },
  },
}

/** The moment at which all stories take place, so that pictures of them can be compared. */
export const storyTime = Date.parse('2026-03-14T14:20:00Z')

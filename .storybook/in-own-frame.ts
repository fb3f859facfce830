const inFrame = (height: string) => ({ docs: { story: { inline: false, height } } })

/** Shows a story of a dialog in a separate frame, so that it covers nothing else in the docs. */
export const inOwnFrame = inFrame('640px')

/** Shows a story in a frame in which its popup opens. */
export const inPopupFrame = inFrame('340px')

/** The browser's window and document, each `undefined` outside of a browser. */
export const page = {
  get window() {
    return typeof window === 'undefined' ? undefined : window
  },
  get document() {
    return typeof document === 'undefined' ? undefined : document
  },
}

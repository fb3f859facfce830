/**
 * Keeps a layer above the keyboard of a touch screen, which covers a part of the window without making it smaller.
 * While a person has zoomed in with two fingers, the layer keeps its size. Returns a function that stops it.
 */
export function keepAboveKeyboard(layer: HTMLElement): () => void {
  const view = window.visualViewport
  if (!view) return () => {}
  const { style } = layer
  const place = (event?: Event) => {
    // The height of the window is rounded.
    const isCovered =
      Math.abs(view.scale - 1) < 0.01 && view.height < document.documentElement.clientHeight - 1
    // Lengths of the window are in screen pixels; styles are in the pixels of a host that zooms.
    const px = (length: number) => `${length / (layer.currentCSSZoom ?? 1)}px`
    style.insetBlockStart = isCovered ? px(view.offsetTop) : ''
    style.blockSize = isCovered ? px(view.height) : ''
    // A person who moves the page looks for something else than the field.
    if (isCovered && event?.type !== 'scroll')
      layer.querySelector(':focus')?.scrollIntoView({ block: 'nearest' })
  }
  view.addEventListener('resize', place)
  view.addEventListener('scroll', place)
  place()
  return () => {
    view.removeEventListener('resize', place)
    view.removeEventListener('scroll', place)
  }
}

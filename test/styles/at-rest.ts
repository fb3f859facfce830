/** Resolves when nothing moves any more: transitions between the two looks have ended. */
export async function atRest(root: Element) {
  await new Promise(requestAnimationFrame)
  await Promise.all(
    root.getAnimations({ subtree: true }).map((animation) => animation.finished.catch(() => {})),
  )
  await new Promise(requestAnimationFrame)
}

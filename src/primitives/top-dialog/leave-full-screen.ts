/** Leaves a full screen and a floating video, now and when one comes later, until the returned function is called. */
export function leaveFullScreen({ ownerDocument: document }: Element): () => void {
  function leave() {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => {})
  }

  leave()
  const types = ['fullscreenchange', 'enterpictureinpicture']
  for (const type of types) document.addEventListener(type, leave, true)
  return () => {
    for (const type of types) document.removeEventListener(type, leave, true)
  }
}

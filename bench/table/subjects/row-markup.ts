/** Height of a row and of the part of the list that is seen, in pixels, for all subjects. */
export const rowHeight = 52
export const viewport = 600

/** A row of the hand-written lists. */
export const rowMarkup = `<div class="bare-row">
  <input type="checkbox"><span class="bare-avatar"></span>
  <div class="bare-text"><button type="button" class="bare-name"></button><span class="bare-email"></span></div>
  <span class="bare-role"></span><span class="bare-teams"></span><time class="bare-time"></time>
</div>`.replaceAll(/>\s+</g, '><')

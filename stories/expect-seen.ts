import { expect, waitFor } from 'storybook/test'

/** Waits until an element is seen: dialogs, bars and popups fade in. */
export const expectSeen = (element: Element | null | undefined): Promise<void> =>
  waitFor(() => expect(element).toBeVisible())

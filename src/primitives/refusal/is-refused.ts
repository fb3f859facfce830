/** Whether a control is disabled, by its own attribute or by a reason. */
export const isRefused = (control: Element): boolean =>
  control.getAttribute('aria-disabled') === 'true' || control.matches(':disabled')

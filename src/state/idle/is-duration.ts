/** Whether a value, which another program has written, is a number of milliseconds from zero. */
export const isDuration = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < Infinity

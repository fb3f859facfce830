/** A number, if it lies between two others, or the nearer one of them. */
export const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** A space between two elements of a sentence, in an element of its own as any text. */
export const Space = () => <span> </span>

/** A space between two elements of a sentence, in a separate element, like any text. */
export const Space = () => <span> </span>

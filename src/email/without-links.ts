/** An invisible character. Host names can't contain it there, so mail clients don't recognize an address around it. */
const joiner = '\u200c'

/**
 * Text in which a mail client finds no link. It looks the same: an invisible character follows each dot, colon, slash or
 * at sign that would be part of an address.
 */
export const withoutLinks = (text: string): string =>
  text
    .replace(/(?<=[^\s.])[.。．｡](?=[^\s.])/gu, `$&${joiner}`)
    .replace(/(?<=\p{L}):(?=\S)|\/(?=\/)/gu, `$&${joiner}`)
    .replace(/(?<=\S)[@＠﹫](?=\S)/gu, `${joiner}$&${joiner}`)

/** Punctuation of other scripts and of word processors, by the sign that separates or surrounds addresses like it. */
const forms: Record<string, string> = {
  ',': '，、،﹐﹑､︐︑',
  ';': '；؛﹔︔\u037e',
  ':': '：﹕︓',
  '<': '＜﹤〈⟨\u2329',
  '>': '＞﹥〉⟩\u232a',
  '(': '（﹙',
  ')': '）﹚',
  '[': '［【〔',
  ']': '］】〕',
  '"': '“”„‟＂«»《》「」『』',
}

const signs = new Map(
  Object.entries(forms).flatMap(([sign, others]) => [...others].map((other) => [other, sign])),
)

const anyForm = new RegExp(`[${[...signs.keys()].join('')}]`, 'gu')

/** Writes the punctuation around addresses as ASCII. What is inside an address stays, such as `＠` and `。`. */
export const withPlainSigns = (text: string): string =>
  text.replace(anyForm, (form) => signs.get(form) ?? form)

/** The @ of an address, as people and programs write it. */
export const atSign = /[@＠﹫]/

/** White space and invisible marks, such as those of a copy from right-to-left text. */
export const blank = /^[\s\p{Cf}]*$/u

/** What may be before an address: white space, invisible marks, quotes, opening brackets. */
export const before = /^[\s\p{Cf}<(['"‘’‚‛`]+/u
/** What may be after an address: white space, invisible marks, quotes, closing brackets, the ends of a sentence. */
export const after = /[\s\p{Cf}.,:;!?)\]>'"‘’‚‛`。．｡﹒！？]+$/u

import type { AnalyzedParagraph, AnalyzedToken } from '../../domain/analyzed.ts'
import { nameKey } from '../../text/normal-form.ts'
import { speakerKeys } from '../../text/speaker-keys.ts'
import { isSpeech } from '../../text/zones.ts'
import { storedKey, wellFormed } from './stored-terms.ts'
import { tokenFields } from './token-fields.ts'

/** Of a quote within the whole index; no paragraph's id has a `#`. */
export const quoteId = (paragraphId: string, number: number): string => `${paragraphId}#${number}`

/** The quotes of a paragraph, as documents within its own: what one search can ask of one and the same quote. */
export const quoteDocuments = ({ paragraph, tokens, quoteTokens }: AnalyzedParagraph) =>
  paragraph.quotes.map(({ kind, speaker }, number) => {
    const { first, after } = quoteTokens[number] ?? NO_TOKENS
    return {
      id: quoteId(paragraph.id, number),
      kind,
      ...(speaker === undefined
        ? {}
        : {
            speaker: wellFormed(speaker),
            speakerKey: storedKey(nameKey(speaker)),
            speakerKeys: speakerKeys(speaker).map(storedKey),
          }),
      ...tokenFields(tokens.slice(first, after), paragraph.language),
    }
  })

const NO_TOKENS = { first: 0, after: 0 }

/** What stands outside of quoted speech, tokens as far apart as in the paragraph; absent where nobody speaks. */
export function outsideFields({ paragraph, tokens, quoteTokens }: AnalyzedParagraph) {
  const speech = quoteTokens.filter((_, number) => {
    const quote = paragraph.quotes[number]
    return quote !== undefined && isSpeech(quote)
  })
  if (speech.length === 0) return undefined
  const outside: (AnalyzedToken | undefined)[] = [...tokens]
  for (const { first, after } of speech) outside.fill(undefined, first, after)
  const begin = outside.findIndex(isPresent)
  const end = outside.findLastIndex(isPresent) + 1
  return tokenFields(outside.slice(Math.max(0, begin), end), paragraph.language)
}

const isPresent = (token: AnalyzedToken | undefined): boolean => token !== undefined

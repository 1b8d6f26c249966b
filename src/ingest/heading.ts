import { endsWithPunctuation } from './line-shape.ts'
import type { Block } from './split-text.ts'

const MAX_HEADING_WORDS = 8
const MAX_HEADING_LENGTH = 120

/** Headings stand alone or in pairs (a title and a first heading). More short lines in a row are verse, a table, a byline block. */
const MAX_HEADINGS_IN_A_ROW = 2

/** The credit of a picture, an address: short lines without a full stop that head nothing. */
const NO_HEADING =
  /©|:\/\/|\S@\S|(?:^|[\s(（])(?:foto|fotó|photo|photos|bild|bilde|billede|image|imagen|immagine|illustration|illustrasjon|grafikk|grafik|credit|crédit|фото|صورة|تصوير|写真|图|圖|사진|ภาพ)\s?[:：/]/iu

/** Turns text blocks that look like headings, and are followed by text, into headings. */
export function markHeadings(blocks: readonly Block[]): Block[] {
  const marked = [...blocks]
  let runStart = 0
  for (let index = 0; index <= blocks.length; index++) {
    const block = blocks[index]
    if (block !== undefined && looksLikeHeading(block)) continue
    const isFollowedByText = block !== undefined && block.kind !== 'heading'
    if (isFollowedByText && index - runStart <= MAX_HEADINGS_IN_A_ROW) {
      for (const [offset, heading] of blocks.slice(runStart, index).entries()) {
        marked[runStart + offset] = { ...heading, kind: 'heading' }
      }
    }
    runStart = index + 1
  }
  return marked
}

function looksLikeHeading({ kind, text, singleLine }: Block): boolean {
  if (kind !== 'text' || !singleLine || text.length > MAX_HEADING_LENGTH) return false
  if (!/\p{Letter}/u.test(text) || /^\P{Letter}*\p{Lowercase_Letter}/u.test(text)) return false
  return !endsWithPunctuation(text) && !NO_HEADING.test(text) && estimateWords(text) <= MAX_HEADING_WORDS
}

/**
 * Words of a short text, in any script. Those written without spaces are counted by their characters: three of Han or
 * kana, or five of Thai, Lao, Khmer or Myanmar, are a word. So a heading may have 24 Chinese or 40 Thai characters.
 */
function estimateWords(text: string): number {
  const ideographs = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  const southEastAsian = text.match(/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu)?.length ?? 0
  const spaced = text
    .replaceAll(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu,
      ' ',
    )
    .split(' ')
    .filter(word => /[\p{Letter}\p{Number}]/u.test(word)).length
  return Math.ceil(ideographs / 3) + Math.ceil(southEastAsian / 5) + spaced
}

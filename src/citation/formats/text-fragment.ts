import { createFragmentFinder, segmenterOf } from './find-fragment.ts'
import type { BlockRange, TextBlock, TextDirective } from './find-fragment.ts'

/**
 * The address at which a browser scrolls to the words and marks them: `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG, “URL
 * Fragment Text Directives”). Words that stand more than once in the article get so many of their neighbours as are
 * needed; long ones are named by their beginning and their end. Undefined where no directive finds just these words.
 */
export function fragmentUrl(
  url: string,
  blocks: readonly TextBlock[],
  range: BlockRange,
): string | undefined {
  const directive = textDirective(blocks, range)
  if (directive === undefined) return undefined
  const { href, hash } = new URL(url)
  return `${href}${hash === '' && !href.endsWith('#') ? '#' : ''}:~:text=${writeDirective(directive)}`
}

/** Longer words are named by their beginning and end: an address that is cut on its way finds nothing, and nobody reads it. */
const LONGEST_WHOLE = 100
/** Words at either end of a long quotation, and of its neighbours on either side, as far as it takes. */
const ENDS = [4, 6, 9, 14]
const NEIGHBOURS = [0, 1, 2, 3, 5, 8, 13]

export function textDirective(blocks: readonly TextBlock[], range: BlockRange): TextDirective | undefined {
  const { block, start, end } = trimmed(blocks, range)
  // the first place that is found counts: what stands behind the next block can't matter
  const find = createFragmentFinder(blocks.slice(0, block + 2))
  for (const words of wordings(blocks, { block, start, end })) {
    const found = find(words)
    if (
      found?.from.block === block &&
      found.from.at === start &&
      found.to.block === block &&
      found.to.at === end
    )
      return words
  }
  return undefined
}

/** Directives that name the range, the shortest first. */
function* wordings(blocks: readonly TextBlock[], range: BlockRange): Generator<TextDirective> {
  const [before, behind] = [textBefore(blocks, range), textBehind(blocks, range)]
  for (const count of NEIGHBOURS) {
    const prefix = lastWords(before, count)
    const suffix = firstWords(behind, count)
    for (const words of namesOf(blocks, range)) {
      if (count === 0) yield words
      if (prefix !== '') yield { prefix, ...words }
      if (suffix !== '') yield { ...words, suffix }
      if (prefix !== '' && suffix !== '') yield { prefix, ...words, suffix }
    }
  }
}

function namesOf(
  blocks: readonly TextBlock[],
  { block, start, end }: BlockRange,
): Pick<TextDirective, 'start' | 'end'>[] {
  const { text, language } = blocks[block] as TextBlock
  const words = text.slice(start, end)
  if (words.length <= LONGEST_WHOLE) return [{ start: words }]
  const cited = { text: words, language }
  return ENDS.map(count => ({ start: firstWords(cited, count), end: lastWords(cited, count) }))
}

function trimmed(blocks: readonly TextBlock[], { block, start, end }: BlockRange): BlockRange {
  const words = blocks[block]?.text.slice(start, end) ?? ''
  return {
    block,
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  }
}

/** What stands before the range in its block; where nothing does, the block before: a prefix may stand there. */
function textBefore(blocks: readonly TextBlock[], { block, start }: BlockRange): TextBlock {
  const { text, language } = blocks[block] as TextBlock
  const before = { text: text.slice(0, start), language }
  return before.text.trim() === '' ? (blocks[block - 1] ?? before) : before
}

function textBehind(blocks: readonly TextBlock[], { block, end }: BlockRange): TextBlock {
  const { text, language } = blocks[block] as TextBlock
  const behind = { text: text.slice(end), language }
  return behind.text.trim() === '' ? (blocks[block + 1] ?? behind) : behind
}

function firstWords({ text, language }: TextBlock, count: number): string {
  let words = 0
  for (const { index, segment, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike && ++words === count) return text.slice(0, index + segment.length).trim()
  }
  return count === 0 ? '' : text.trim()
}

function lastWords({ text, language }: TextBlock, count: number): string {
  if (count === 0) return ''
  // segmenting a long text takes longer than all else, so only its end is looked at
  const from = Math.max(0, text.length - WORD_REACH * (count + 1))
  const words = [...segmenterOf(language).segment(text.slice(from))].filter(
    // the first one may be cut
    ({ isWordLike, index }) => isWordLike && (from === 0 || index > 0),
  )
  const first = words.at(-count) ?? words[0]
  return (first ? text.slice(from + first.index) : text.slice(from)).trim()
}

/** Longer than nearly every word with the space and the marks behind it. */
const WORD_REACH = 40

/** `,` and `&` part what a directive is made of, and `-` ends a prefix; brackets would end a link of Markdown. */
const encode = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd')).replaceAll(
    /[-!'()*~]/gu,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

export function writeDirective({ prefix, start, end, suffix }: TextDirective): string {
  return [
    prefix !== undefined && `${encode(prefix)}-`,
    encode(start),
    end !== undefined && encode(end),
    suffix !== undefined && `-${encode(suffix)}`,
  ]
    .filter(part => part !== false)
    .join(',')
}

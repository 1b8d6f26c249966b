import { endsSentence, shapeOfLine } from './line-shape.ts'
import type { LineShape, ListMarker, Markup } from './line-shape.ts'

/** A stretch of text that is one paragraph; whether a `text` block is really a heading its neighbours tell. */
export type Block = {
  readonly kind: 'heading' | 'text' | 'list'
  readonly text: string
  /** One line of the source: only such a block can turn out to be a heading. */
  readonly singleLine: boolean
  /** Of a Markdown heading, 1 to 6. */
  readonly level?: number
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** A line cut by a text editor is at least that long; a shorter one ended because its author ended it. */
const SHORTEST_WRAPPED_LINE = 40

/**
 * Running text as blocks.
 *
 * Blank lines part blocks, and a single line break within a block is white space. Where there is no blank line at all,
 * every line is a block of its own: newsroom exports are one paragraph a line far more often than they are
 * hard-wrapped prose of a single paragraph, and the two cannot be told apart safely.
 *
 * Inside a block, Markdown headings, list items and dash lines (speech) begin a block of their own. Two or more list
 * items that stand together are a list and lose their marker; a single `- …` is speech typed with a hyphen and keeps it.
 */
export function splitText(text: string, markup: Markup): Block[] {
  const lines = text.split(LINE_BREAK).map(line => shapeOfLine(line, markup))
  const lastVisible = lines.findLastIndex(line => line.kind !== 'blank')
  const firstVisible = lines.findIndex(line => line.kind !== 'blank')
  const isLineByLine = !lines.slice(firstVisible, lastVisible).some(line => line.kind === 'blank')
  const isListItem = findListItems(lines, { markup, isLineByLine })

  const blocks: Block[] = []
  let open: OpenBlock | undefined
  const close = () => {
    if (open !== undefined)
      blocks.push({ kind: open.kind, text: joinLines(open.lines), singleLine: open.lines.length === 1 })
    open = undefined
  }
  const begin = (kind: OpenBlock['kind'], line: string, isOwn: boolean) => {
    close()
    open = { kind, lines: [line], isOwn }
  }
  for (const [index, line] of lines.entries()) {
    switch (line.kind) {
      case 'blank':
        close()
        break
      case 'rule':
        if (markup === 'markdown' && open?.kind === 'text' && !open.isOwn && /^(?:=+|-+)$/.test(line.text)) {
          blocks.push({
            kind: 'heading',
            text: joinLines(open.lines),
            singleLine: true,
            level: line.text.startsWith('=') ? 1 : 2,
          })
          open = undefined
        }
        close()
        break
      case 'heading':
        close()
        blocks.push({ kind: 'heading', text: line.text, singleLine: true, level: line.level })
        break
      case 'item':
        if (isListItem.has(index)) begin('list', line.content, true)
        else if (isHyphen(line.marker) && beginsSpeech(line.text, open)) begin('text', line.text, true)
        else addPlain(line)
        break
      case 'dash':
        if (isLineByLine || beginsSpeech(line.text, open)) begin('text', line.text, true)
        else addPlain(line)
        break
      case 'plain':
        addPlain(line)
        break
    }
  }
  close()
  return blocks

  function addPlain(line: WordLine): void {
    if (open === undefined || isLineByLine || (open.isOwn && !continuesLine(open.lines.at(-1) ?? '', line))) {
      begin('text', line.text, false)
    } else {
      open.lines.push(line.text)
    }
  }
}

type OpenBlock = {
  readonly kind: 'text' | 'list'
  readonly lines: string[]
  /** Began by its own mark inside the block, so that the next line belongs to it only if it clearly goes on. */
  readonly isOwn: boolean
}

type WordLine = Extract<LineShape, { kind: 'plain' | 'dash' | 'item' }>

function continuesLine(previous: string, line: WordLine): boolean {
  return line.indented || (previous.length >= SHORTEST_WRAPPED_LINE && !endsSentence(previous))
}

/** A dash inside a sentence may have come to the start of a line by wrapping: then the line before is unfinished and small letters follow. */
function beginsSpeech(text: string, open: OpenBlock | undefined): boolean {
  const previous = open?.lines.at(-1)
  if (previous === undefined || endsSentence(previous)) return true
  return !/^[-‒–—―]\s*\p{Lowercase_Letter}/u.test(text)
}

/** The indexes of the lines that are items of a list of at least two. */
function findListItems(
  lines: readonly LineShape[],
  options: { markup: Markup; isLineByLine: boolean },
): Set<number> {
  const found = new Set<number>()
  let run: { marker: ListMarker; members: number[]; afterBlank: boolean; last: string } | undefined
  const close = () => {
    if (run !== undefined && run.members.length >= 2) for (const member of run.members) found.add(member)
    run = undefined
  }
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'item') {
      if (run === undefined || !isNextMarker(run.marker, line.marker)) {
        close()
        run = { marker: line.marker, members: [], afterBlank: false, last: '' }
      }
      run.members.push(index)
      run.marker = line.marker
      run.afterBlank = false
      run.last = line.text
    } else if (line.kind === 'blank') {
      // Markdown allows blank lines between items. With hyphens that is speech at least as often: not taken for a list.
      if (options.markup === 'plain' || (run !== undefined && isHyphen(run.marker))) close()
      else if (run !== undefined) run.afterBlank = true
    } else if (run !== undefined) {
      const goesOn =
        line.kind === 'plain' &&
        !options.isLineByLine &&
        (line.indented || (!run.afterBlank && continuesLine(run.last, line)))
      if (goesOn) run.last = line.text
      else close()
    }
  }
  close()
  return found
}

function isNextMarker(previous: ListMarker, next: ListMarker): boolean {
  if (previous.kind === 'bullet') return next.kind === 'bullet' && next.mark === previous.mark
  return next.kind === 'number' && (next.value === previous.value + 1 || next.value === previous.value)
}

const isHyphen = (marker: ListMarker): boolean => marker.kind === 'bullet' && marker.mark === '-'

/** Between two characters of a script that is written without spaces a line break is nothing, elsewhere it is a space. */
function joinLines(lines: readonly string[]): string {
  let joined = ''
  for (const line of lines) {
    const separator =
      joined === '' || (UNSPACED_END.test(joined.slice(-2)) && UNSPACED_START.test(line)) ? '' : ' '
    joined += separator + line
  }
  return joined
}

const UNSPACED_SCRIPTS =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3000-\\u303F\\uFF01-\\uFF0F'
const UNSPACED_END = new RegExp(`[${UNSPACED_SCRIPTS}]$`, 'u')
const UNSPACED_START = new RegExp(`^[${UNSPACED_SCRIPTS}]`, 'u')

import { readFileSync } from 'node:fs'

/** A syntactic word of CoNLL-U. Words of one multi-word token (`du` = `de` + `le`) share its place in the text. */
export type Word = {
  readonly form: string
  readonly lemma: string
  /** UPOS. */
  readonly pos: string
  readonly features: ReadonlyMap<string, string>
  /** Index of the head in `words`; -1 for the root. */
  readonly head: number
  /** Relation without its subtype, as of version 2 (`dobj` is `obj`). */
  readonly relation: string
  readonly subtype: string
  /** UTF-16 offsets into the text of the paragraph. */
  readonly start: number
  readonly end: number
  /** Printed together with another word: an Arabic suffix, the `le` of `du`. */
  readonly isJoined: boolean
}

export type Sentence = { readonly id: string; readonly words: readonly Word[] }

export type TreebankParagraph = { readonly text: string; readonly sentences: readonly Sentence[] }

/** Paragraphs that follow each other. */
export type TreebankDocument = { readonly paragraphs: readonly TreebankParagraph[] }

/** What the treebanks write for marks that a newspaper would print otherwise. */
const PRINTED_MARKS: ReadonlyMap<string, string> = new Map([
  ['``', '"'],
  ["''", '"'],
  ['&#39;&#39;', '"'],
  [',,', '„'],
])

const NAMES_OF_VERSION_1: ReadonlyMap<string, string> = new Map([
  ['dobj', 'obj'],
  ['name', 'flat'],
  ['foreign', 'flat'],
  ['nsubjpass', 'nsubj:pass'],
])

/**
 * Reads a CoNLL-U file. Where it marks paragraphs (`# newpar`), these are restored, and a line of dialogue begins one
 * of its own, as it was printed; where not, each sentence stands for itself, since such treebanks are often shuffled.
 */
export function readTreebank(path: string): TreebankDocument[] {
  const blocks = readFileSync(path, 'utf8').split(/\r?\n(?:\r?\n)+/)
  const hasParagraphs = blocks.some(block => /^# newpar/mu.test(block))
  const documents: RawSentence[][][] = []
  const sentences = blocks.map(readSentence)
  const hasSpacing = isSpaced(sentences)
  for (const [index, block] of blocks.entries()) {
    const read = sentences[index] as RawSentence
    const sentence = hasSpacing ? read : { ...read, rows: respaced(read.rows) }
    if (sentence.rows.length === 0) continue
    if (!hasParagraphs || /^# newdoc/mu.test(block) || documents.length === 0) documents.push([])
    const paragraphs = documents.at(-1) as RawSentence[][]
    const isDialogue = /^(?:[–—―-]|--)$/u.test(sentence.rows[0]?.[1] ?? '')
    if (/^# newpar/mu.test(block) || isDialogue || paragraphs.length === 0) paragraphs.push([])
    ;(paragraphs.at(-1) as RawSentence[]).push(sentence)
  }
  return documents.map(paragraphs => ({ paragraphs: paragraphs.map(layOut) }))
}

type Row = readonly string[]
type RawSentence = { readonly id: string; readonly rows: readonly Row[] }

function readSentence(block: string): RawSentence {
  const lines = block.split(/\r?\n/)
  const id = /^# sent_id = (.*)$/mu.exec(block)?.[1] ?? ''
  const rows = lines.filter(line => /^\d/u.test(line)).map(line => line.split('\t'))
  return { id, rows: rows.filter(([number = '']) => !number.includes('.')) }
}

/** Most commas are told to stand at their word. Without any comma, so be it. */
function isSpaced(sentences: readonly RawSentence[]): boolean {
  const commas = sentences.flatMap(({ rows }) =>
    rows.flatMap(([, form], index) => (/^[,،]$/u.test(form ?? '') ? [rows[index - 1]?.[9] ?? ''] : [])),
  )
  return commas.filter(spacing => spacing.includes('SpaceAfter=No')).length * 2 >= commas.length
}

const VOWEL_SIGNS = /[\u064b-\u0652\u0670\u0640]/gu

/**
 * Spaces as a newspaper sets them, for files that do not tell. Arabic of version 1 is also written as printed:
 * without vowel signs, one-letter words and suffixed pronouns joined to their neighbour.
 */
function respaced(rows: readonly Row[]): Row[] {
  const marks = new Map<string, number>()
  const glued = rows.map(() => false)
  const forms = rows.map(([, form = '']) => form.replace(VOWEL_SIGNS, '').replace(/ٱ/gu, 'ا'))
  for (const [index, form] of forms.entries()) {
    const [, , , pos, tag = ''] = rows[index] ?? []
    if (pos === 'PRON' && tag.startsWith('SP') && index > 0) glued[index - 1] = true
    if (pos !== 'PUNCT' && /^[وفبلكس]$/u.test(form)) {
      glued[index] = true
      const next = forms[index + 1] ?? ''
      if (form === 'ل' && next.startsWith('ال')) forms[index + 1] = next.slice(1)
    }
    const isMark = /^["'“”‘’«»]$/u.test(form)
    const kind = /[«»]/u.test(form) ? '«' : form
    const count = marks.get(kind) ?? 0
    if (isMark) marks.set(kind, count + 1)
    const opens = /^[“‘([]$/u.test(form) || (isMark && !/[”’]/u.test(form) && count % 2 === 0)
    if (opens) glued[index] = true
    else if (index > 0 && (isMark || /^(?:[)\].,;:!?،؛؟।…]|\.{2,})$/u.test(form))) glued[index - 1] = true
  }
  return rows.map((row, index) => {
    const spacing = glued[index] === true ? 'SpaceAfter=No' : '_'
    return [row[0] ?? '', forms[index] ?? '', ...row.slice(2, 9), spacing]
  })
}

function layOut(raw: readonly RawSentence[]): TreebankParagraph {
  let text = ''
  const sentences: Sentence[] = []
  for (const { id, rows } of raw) {
    const words: Word[] = []
    let shared: { readonly start: number; readonly end: number; readonly last: number } | undefined
    for (const row of rows) {
      const [number = '', form = '', lemma = '', pos = '', , features = '', head = '', relation = ''] = row
      const [first, last] = number.split('-').map(Number)
      const isSurface = last !== undefined || shared === undefined || Number(first) > shared.last
      let place = shared ?? { start: 0, end: 0 }
      if (isSurface) {
        const printed = (PRINTED_MARKS.get(form) ?? form).replace(/\s+/gu, ' ')
        place = { start: text.length, end: text.length + printed.length }
        text += printed + (/(?:^|\|)SpaceAfter=No(?:\||$)/u.test(row[9] ?? '') ? '' : ' ')
        shared = last === undefined ? undefined : { ...place, last }
      }
      if (last !== undefined) continue
      const [base = '', subtype = ''] = (NAMES_OF_VERSION_1.get(relation) ?? relation).split(':')
      words.push({
        form: PRINTED_MARKS.get(form) ?? form,
        lemma: lemma === '_' ? form : lemma,
        pos,
        features: readFeatures(features),
        head: Number(head) - 1,
        relation: base,
        subtype,
        start: place.start,
        end: place.end,
        isJoined: shared !== undefined || (isSuffix(form) && words.at(-1)?.end === place.start),
      })
    }
    sentences.push({ id, words })
  }
  return { text: text.trimEnd(), sentences }
}

/** In scripts that join pronouns to words, and have spaces. */
const isSuffix = (form: string) => /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(form)

const readFeatures = (written: string): Map<string, string> =>
  new Map(
    written
      .split('|')
      .map(pair => pair.split('=') as [string, string])
      .filter(([, value]) => value !== undefined),
  )

/** Children of each word, by index. */
export function childrenOf(words: readonly Word[]): readonly (readonly number[])[] {
  const children: number[][] = words.map(() => [])
  for (const [index, { head }] of words.entries()) children[head]?.push(index)
  return children
}

/** The word and all that depends on it, without going into words of `without`. */
export function subtree(
  children: readonly (readonly number[])[],
  top: number,
  without: ReadonlySet<number> = new Set(),
): Set<number> {
  const found = new Set<number>()
  const waiting = [top]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (found.has(index) || (without.has(index) && index !== top)) continue
    found.add(index)
    waiting.push(...(children[index] ?? []))
  }
  return found
}

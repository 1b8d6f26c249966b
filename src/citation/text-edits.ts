import type { Paragraph } from '../domain/paragraph.ts'
import { createStemmer } from '../text/stem.ts'
import { tokenize } from '../text/tokenize.ts'
import { readClaim } from './claim.ts'
import { alignSource } from './match.ts'
import { createUnitReader } from './read-units.ts'
import type { SourceUnit } from './source.ts'

/**
 * A stretch of two versions of a text. All `before` joined are the older version, all `after` the newer one, letter by
 * letter; of `same` both are equal, of `marks` they differ in nothing but marks and spaces.
 */
export type TextEdit = {
  readonly kind: 'same' | 'marks' | 'dropped' | 'inserted' | 'changed'
  readonly before: string
  readonly after: string
}

type VersionText = Pick<Paragraph, 'text' | 'language'>

export type TextVersions = {
  readonly before: VersionText
  readonly after: VersionText
}

/** UTF-16 code units of either version; of longer ones it is only said that they differ. */
const LONGEST = 50_000

/** What was done to a text, word by word: the alignment of quotations, for a text that was published again. */
export function textEdits({ before, after }: TextVersions): TextEdit[] {
  const [old, young] = [before.text, after.text]
  if (old === young) return [{ kind: 'same', before: old, after: young }]
  if (Math.max(old.length, young.length) > LONGEST) return [{ kind: 'changed', before: old, after: young }]
  const edits: TextEdit[] = []
  let [oldAt, youngAt] = [0, 0]
  const goTo = (oldEnd: number, youngEnd: number): void => {
    edits.push(...editsOf(old.slice(oldAt, oldEnd), young.slice(youngAt, youngEnd)))
    ;[oldAt, youngAt] = [oldEnd, youngEnd]
  }
  for (const pair of samePairs({ before, after })) {
    // units of one contraction stand at one place
    if (pair.old.start < oldAt || pair.young.start < youngAt) continue
    goTo(pair.old.start, pair.young.start)
    goTo(pair.old.end, pair.young.end)
  }
  goTo(old.length, young.length)
  return merged(edits)
}

type Place = { readonly start: number; readonly end: number }
type SamePair = { readonly old: Place; readonly young: Place }

/** Words that stand in both versions, in order, letter by letter. */
function samePairs({ before, after }: TextVersions): SamePair[] {
  const read = createUnitReader(tokenize)
  // nobody quotes here: nothing is the narrator's to be left out, and no sentence ends what may have been changed
  const units = read(before.text, before.language).map((unit): SourceUnit => ({
    ...unit,
    place: 0,
    quote: undefined,
    isBetween: false,
    startsSentence: false,
  }))
  const { text, language } = after
  const claim = readClaim({ text, language, frequencies: new Map(), paragraphs: 0 }, read)
  if (claim.units.length === 0 || units.length === 0) return []
  const source = { paragraphs: [], language: before.language, units }
  const { steps } = alignSource(claim, source, createStemmer())
  return steps.flatMap((step): SamePair[] => {
    if (step.kind !== 'pair' || step.agreement === undefined) return []
    const [young, old] = [claim.units[step.claim], units[step.source]]
    return young && old && young.raw === old.raw ? [{ old, young }] : []
  })
}

/** A stretch between two words that stayed; the spaces and marks around it that both have stayed, too. */
function editsOf(before: string, after: string): TextEdit[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', before, after }]
  let head = 0
  while (head < Math.min(before.length, after.length) && isSameMark(before, after, head, head)) head++
  let tail = 0
  while (
    tail < Math.min(before.length, after.length) - head &&
    isSameMark(before, after, before.length - 1 - tail, after.length - 1 - tail)
  )
    tail++
  const [old, young] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const same = (text: string): TextEdit[] =>
    text === '' ? [] : [{ kind: 'same', before: text, after: text }]
  return [
    ...same(before.slice(0, head)),
    { kind: kindOf(old, young), before: old, after: young },
    ...same(before.slice(before.length - tail)),
  ]
}

function isSameMark(before: string, after: string, i: number, j: number): boolean {
  const character = before.charAt(i)
  return character === after.charAt(j) && !/[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character)
}

function kindOf(before: string, after: string): TextEdit['kind'] {
  if (!/[\p{L}\p{N}]/u.test(before + after)) return 'marks'
  if (before.trim() === '') return 'inserted'
  return after.trim() === '' ? 'dropped' : 'changed'
}

/** Neighbours of one kind are one. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const all: TextEdit[] = []
  for (const edit of edits) {
    const last = all.at(-1)
    if (last?.kind === edit.kind) {
      all[all.length - 1] = {
        kind: edit.kind,
        before: last.before + edit.before,
        after: last.after + edit.after,
      }
    } else all.push(edit)
  }
  return all
}

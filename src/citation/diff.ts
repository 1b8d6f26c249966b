import type { Step } from './align.ts'
import type { Claim } from './claim.ts'
import { blocksOf } from './blocks.ts'
import type { Block, Texts, UnitRange } from './blocks.ts'
import { findMoves } from './moves.ts'
import type { Move } from './moves.ts'
import type { Operation, OperationKind, Range, SourceRange } from './operation.ts'
import type { Source } from './source.ts'

/** From so many skipped words on, a quotation was put together from two places, not shortened. */
const JOINED_FROM = 12
/** Where whole sentences were skipped, or somebody else's words, fewer are enough. */
const JOINED_ACROSS_FROM = 5

export type Diff = {
  readonly operations: readonly Operation[]
  /** The first and the last unit of the source that stand in the claim, too; undefined when none does. */
  readonly quoted: { readonly first: number; readonly last: number } | undefined
}

/** An alignment of a claim with a source, in words a reader understands. */
export function diff(steps: readonly Step[], claim: Claim, source: Source): Diff {
  const texts: Texts = { claim, source: source.units }
  const blocks = blocksOf(steps, texts)
  const moves = findMoves(blocks, texts)
  const write = createWriter(claim, source)
  const operations: Operation[] = []
  blocks.forEach((block, i) => {
    if (block.kind === 'agreed') {
      const before = blocks[i - 1]
      if (before?.kind === 'agreed') operations.push(...write.between(before, block))
      operations.push(write.operation(block.agreement, block.claim, block.source))
    } else {
      operations.push(...differences(block, { moves, claim, source, write }))
    }
  })
  const agreed = blocks.filter(({ kind }) => kind === 'agreed')
  const [first, last] = [agreed[0]?.source.from, agreed.at(-1)?.source.to]
  return {
    operations: mergeSame(operations, claim.text, source),
    quoted: first === undefined || last === undefined ? undefined : { first, last: last - 1 },
  }
}

type Writing = {
  readonly moves: readonly Move[]
  readonly claim: Claim
  readonly source: Source
  readonly write: Writer
}

type Piece = UnitRange & { readonly kind: 'plain' | 'bracketed' | 'moved' | 'narration' }

function differences(block: Block, { moves, claim, source, write }: Writing): Operation[] {
  const { claim: claimed, source: sourced } = block
  const isMovedTo = (at: number): boolean => moves.some(move => at >= move.claim.from && at < move.claim.to)
  const isMovedFrom = (at: number): boolean =>
    moves.some(move => at >= move.source.from && at < move.source.to)
  const claimPieces = piecesOf(claimed, at =>
    isMovedTo(at) ? 'moved' : claim.isBracketed[at] ? 'bracketed' : 'plain',
  )
  const sourcePieces = piecesOf(sourced, at =>
    isMovedFrom(at) ? 'moved' : source.units[at]?.isBetween ? 'narration' : 'plain',
  )
  const operations: Operation[] = []
  const left = sourcePieces.filter(({ kind }) => kind === 'plain')
  const isBehindEllipsis = ellipsisIn(claimed, claim)
  for (const piece of claimPieces) {
    if (piece.kind === 'moved') {
      for (const move of moves) {
        if (move.claim.from < piece.from || move.claim.to > piece.to) continue
        operations.push(write.operation('moved', move.claim, move.source))
      }
      continue
    }
    const isBracketed = piece.kind === 'bracketed'
    // words beside an ellipsis were put in; what the ellipsis stands for was left out
    const other = isBehindEllipsis ? undefined : left.shift()
    operations.push(
      other
        ? write.operation('changed', piece, other, isBracketed)
        : write.operation('inserted', piece, emptyAt(sourced.from), isBracketed),
    )
  }
  const seam = emptyAt(claimed.to)
  const [first, last] = [left[0], left.at(-1)]
  if (first && last && !isBehindEllipsis && isJoint({ from: first.from, to: last.to }, source)) {
    return [...operations, write.operation('joined', seam, { from: first.from, to: last.to })]
  }
  for (const piece of sourcePieces) {
    if (piece.kind === 'narration') operations.push(write.operation('narration', seam, piece))
    else if (left.includes(piece)) operations.push(write.operation('dropped', seam, piece, isBehindEllipsis))
  }
  return operations
}

const emptyAt = (at: number): UnitRange => ({ from: at, to: at })

function piecesOf(range: UnitRange, kindOf: (at: number) => Piece['kind']): Piece[] {
  const pieces: Piece[] = []
  for (let at = range.from; at < range.to; at++) {
    const kind = kindOf(at)
    const last = pieces.at(-1)
    if (last?.kind === kind) pieces[pieces.length - 1] = { ...last, to: at + 1 }
    else pieces.push({ kind, from: at, to: at + 1 })
  }
  return pieces
}

/** Whether an ellipsis stands before, between or behind the claimed words. */
function ellipsisIn({ from, to }: UnitRange, claim: Claim): boolean {
  for (let at = from; at <= to && at < claim.units.length; at++) if (claim.isBehindEllipsis[at]) return true
  return false
}

function isJoint({ from, to }: UnitRange, { units }: Source): boolean {
  const skipped = to - from
  if (skipped >= JOINED_FROM) return true
  let sentences = 0
  for (let at = from; at <= to; at++) if (units[at]?.startsSentence) sentences++
  return skipped >= JOINED_ACROSS_FROM && sentences > 0
}

type Writer = {
  operation(kind: OperationKind, claim: UnitRange, source: UnitRange, isOpen?: boolean): Operation
  /** The marks between two words that agree, where they differ. */
  between(before: Block, after: Block): Operation[]
}

function createWriter(claim: Claim, source: Source): Writer {
  const claimRange = ({ from, to }: UnitRange): Range => {
    const last = claim.units[to - 1]
    if (from < to) return { start: claim.units[from]?.start ?? 0, end: last?.end ?? 0 }
    const at = last?.end ?? claim.units[from]?.start ?? 0
    return { start: at, end: at }
  }
  const sourceRange = ({ from, to }: UnitRange): SourceRange => {
    const first = source.units[from]
    const last = source.units[to - 1]
    if (from === to) {
      const at = last?.end ?? first?.start ?? 0
      return { place: last?.place ?? first?.place ?? 0, start: at, end: at }
    }
    const place = first?.place ?? 0
    const isOnePlace = last?.place === place
    const end = isOnePlace ? last.end : (source.paragraphs[place]?.text.length ?? 0)
    return { place, start: first?.start ?? 0, end }
  }
  return {
    operation: (kind, claimed, sourced, isOpen = false) => ({
      kind,
      claim: claimRange(claimed),
      source: sourceRange(sourced),
      isOpen,
      words: Math.max(claimed.to - claimed.from, sourced.to - sourced.from),
    }),
    between(before, after) {
      const [a, b] = [claim.units[before.claim.to - 1], claim.units[after.claim.from]]
      const [c, d] = [source.units[before.source.to - 1], source.units[after.source.from]]
      if (!a || !b || !c || !d) return []
      const claimed = { start: a.end, end: Math.max(a.end, b.start) }
      const isOnePlace = c.place === d.place
      const end = isOnePlace ? d.start : (source.paragraphs[c.place]?.text.length ?? 0)
      const sourced = { place: c.place, start: c.end, end: Math.max(c.end, end) }
      const text = source.paragraphs[c.place]?.text.slice(sourced.start, sourced.end)
      if (isOnePlace && claim.text.slice(claimed.start, claimed.end) === text) return []
      return [{ kind: 'mark', claim: claimed, source: sourced, isOpen: false, words: 0 }]
    },
  }
}

/** Words that follow each other in both texts, with the same marks between them, are one stretch. */
function mergeSame(operations: readonly Operation[], claimText: string, source: Source): Operation[] {
  const merged: Operation[] = []
  for (const operation of operations) {
    const last = merged.at(-1)
    if (last?.kind !== 'same' || operation.kind !== 'same' || last.source.place !== operation.source.place) {
      merged.push(operation)
      continue
    }
    const text = source.paragraphs[last.source.place]?.text ?? ''
    const claimed = claimText.slice(last.claim.end, operation.claim.start)
    if (claimed === text.slice(last.source.end, operation.source.start)) {
      merged[merged.length - 1] = {
        ...last,
        claim: { start: last.claim.start, end: operation.claim.end },
        source: { ...last.source, end: operation.source.end },
        words: last.words + operation.words,
      }
    } else merged.push(operation)
  }
  return merged
}

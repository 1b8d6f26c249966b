import { editDistance } from '../../text/edit-distance.ts'

/** A paragraph as far as succession is concerned. */
type Text = { readonly id: string; readonly text: string }

/**
 * Which paragraph of the new version took the place of each that vanished, by the words they share wherever they stand:
 * of a paragraph that was split, the part that holds most of it; of several that were joined, the one they are in now;
 * where the same text still stands elsewhere in the article, that one. One that was taken out, or written anew with
 * other words, has none: what is merely near it took no place.
 */
export function successors(before: readonly Text[], after: readonly Text[]): ReadonlyMap<string, string> {
  const newIds = new Set(after.map(({ id }) => id))
  const kept = new Set(before.flatMap(({ id }) => (newIds.has(id) ? [id] : [])))
  const idOfText = new Map(after.toReversed().map(({ id, text }) => [text, id]))
  const gapOfNew = gapsOf(after, kept)
  const gapOfOld = gapsOf(before, kept)
  const index = indexGrams(after.filter(({ id }) => !kept.has(id)))
  const found = new Map<string, string>()
  for (const old of before) {
    if (kept.has(old.id)) continue
    const isNear = ({ id }: Text): boolean => gapOfNew.get(id) === gapOfOld.get(old.id)
    const heir = idOfText.get(old.text) ?? mostAlike(old, index, isNear)
    if (heir !== undefined) found.set(old.id, heir)
  }
  return found
}

/** Of each text that is not kept, the kept one before it; '' at the beginning. */
function gapsOf(texts: readonly Text[], kept: ReadonlySet<string>): Map<string, string> {
  const gaps = new Map<string, string>()
  let neighbour = ''
  for (const { id } of texts) {
    if (kept.has(id)) neighbour = id
    else gaps.set(id, neighbour)
  }
  return gaps
}

/** Dice coefficient from which a text is the heir of another, between the same neighbours and anywhere. */
const ALIKE = { near: 0.42, far: 0.55 }
/** Of what was split or joined nearly all stands there; shorter texts, such as headings, do so by chance. */
const CONTAINED = 0.8
const SHORTEST_PART = 12

function mostAlike(old: Text, index: GramIndex, isNear: (text: Text) => boolean): string | undefined {
  const own = [...gramsOf(old.text)].filter(gram => !index.isCommon(gram))
  const shared = new Map<Grams, number>()
  for (const gram of own) {
    for (const text of index.having(gram)) shared.set(text, (shared.get(text) ?? 0) + 1)
  }
  let best: string | undefined
  let most = 0
  for (const [{ text, size }, count] of shared) {
    const isNeighbour = isNear(text)
    const shorter = Math.min(size, own.length)
    const isAlike =
      (2 * count) / (size + own.length) >= (isNeighbour ? ALIKE.near : ALIKE.far) ||
      isMisspelt(old.text, text.text)
    const isPart = shorter < SHORTEST_PART ? isNeighbour && count === shorter : count >= CONTAINED * shorter
    const worth = count * (isNeighbour ? NEIGHBOUR : 1)
    if ((isAlike || isPart) && worth > most) {
      most = worth
      best = text.id
    }
  }
  return best
}

/** Of two texts that hold as much of a third, the one between its neighbours is its heir. */
const NEIGHBOUR = 1.1

/** A typo in a heading leaves few of its grams. */
const isMisspelt = (a: string, b: string): boolean =>
  Math.max(a.length, b.length) <= LONGEST_HEADING && editDistance(a, b, MOST_EDITS) <= MOST_EDITS
const LONGEST_HEADING = 60
const MOST_EDITS = 2

type Grams = { readonly text: Text; /** Grams that are not common. */ readonly size: number }

type GramIndex = {
  having(gram: string): readonly Grams[]
  isCommon(gram: string): boolean
}

/** Grams of so many texts tell none of them; without the bound a long article changed throughout would take minutes. */
const COMMON = 20

function indexGrams(texts: readonly Text[]): GramIndex {
  const counts = new Map<string, number>()
  const gramsOfTexts = texts.map(({ text }) => gramsOf(text))
  for (const grams of gramsOfTexts) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const isCommon = (gram: string): boolean => (counts.get(gram) ?? 0) > COMMON
  const having = new Map<string, Grams[]>()
  texts.forEach((text, i) => {
    const telling = [...(gramsOfTexts[i] ?? [])].filter(gram => !isCommon(gram))
    const grams = { text, size: telling.length }
    for (const gram of telling) {
      const others = having.get(gram)
      if (others) others.push(grams)
      else having.set(gram, [grams])
    }
  })
  return { isCommon, having: gram => having.get(gram) ?? [] }
}

/** Neighbouring letters, which work for every script alike (Dice 1945 counts them). */
const LENGTH = 4

function gramsOf(text: string): Set<string> {
  const plain = text.toLowerCase()
  const grams = new Set<string>()
  for (let i = 0; i + LENGTH <= plain.length; i++) grams.add(plain.slice(i, i + LENGTH))
  if (plain.length < LENGTH) grams.add(plain)
  return grams
}

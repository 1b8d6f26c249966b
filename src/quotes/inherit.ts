import type { SpeakerRule } from './candidate.ts'
import type { Person } from './cast.ts'
import type { NamedSpeaker } from './name-speaker.ts'
import type { Indirect, Reading } from './reading.ts'

/** Who spoke last in the paragraphs before. */
export type LastSpeaker = {
  readonly paragraph: number
  readonly speaker: NamedSpeaker
  /** The paragraph ended within a quote that goes on in the next one. */
  readonly isContinued: boolean
  /** The narrator only reported, nobody was quoted. */
  readonly isIndirect: boolean
}

export type Surroundings = {
  readonly paragraph: number
  /** Speech that the narrator only reports, in order. */
  readonly indirect: readonly Indirect[]
  /** Whom each sentence is about. */
  readonly focus: readonly (Person | undefined)[]
  readonly last: LastSpeaker | undefined
}

type Source = { readonly rule: SpeakerRule; readonly confidence: number; readonly speaker?: NamedSpeaker }

/**
 * Gives each quote of `heirs` the speaker of the quote, or of the reported speech, nearest to it. Both lists are in
 * order, `heirs` a part of `readings`.
 */
export function inheritSpeakers(
  heirs: ReadonlySet<Reading>,
  readings: readonly Reading[],
  { paragraph, indirect, focus, last }: Surroundings,
): void {
  const told = nextTold(readings, heirs)
  let before: Reading | undefined
  let reported: Indirect | undefined
  let nextReport = 0
  let actor: Person | undefined
  let nextSentence = 0
  for (const [index, reading] of readings.entries()) {
    for (; (indirect[nextReport]?.sentence ?? Infinity) < reading.sentence; nextReport++)
      reported = indirect[nextReport]
    for (; nextSentence <= reading.sentence; nextSentence++) actor = focus[nextSentence] ?? actor
    if (!heirs.has(reading)) {
      if (reading.speaker) before = reading
      continue
    }
    const after = told[index]
    const source =
      (before?.speaker && before.sentence >= (reported?.sentence ?? -1)
        ? { rule: 'inherited-before' as const, confidence: 0.7, speaker: before.speaker }
        : undefined) ??
      (reported && { rule: 'inherited-indirect' as const, confidence: 0.65, speaker: reported.speaker }) ??
      (after?.speaker && after.sentence <= reading.sentence + 1
        ? { rule: 'inherited-after' as const, confidence: 0.65, speaker: after.speaker }
        : undefined) ??
      // Somebody acts, and then words stand there: `Ulvestrøm shakes her head. “…”`
      (actor && {
        rule: 'inherited-focus' as const,
        confidence: 0.6,
        speaker: { text: actor.name, person: actor, how: 'name' as const },
      }) ??
      fromParagraphBefore(paragraph, last)
    reading.rule = source.rule
    reading.confidence = source.confidence
    if (source.speaker) reading.speaker = source.speaker
  }
}

/** For each quote the next one behind it whose speaker is told. */
function nextTold(readings: readonly Reading[], heirs: ReadonlySet<Reading>): (Reading | undefined)[] {
  const next: (Reading | undefined)[] = []
  let told: Reading | undefined
  for (let index = readings.length - 1; index >= 0; index--) {
    next[index] = told
    const reading = readings[index]
    if (reading?.speaker && !heirs.has(reading)) told = reading
  }
  return next
}

function fromParagraphBefore(paragraph: number, last: LastSpeaker | undefined): Source {
  if (last === undefined || paragraph - last.paragraph > 1)
    return { rule: 'inherited-nothing', confidence: 0.3 }
  const confidence = last.isContinued ? 0.85 : last.isIndirect ? 0.45 : 0.5
  return { rule: 'inherited-paragraph', confidence, speaker: last.speaker }
}

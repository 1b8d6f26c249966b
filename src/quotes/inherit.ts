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
  readonly readings: readonly Reading[]
  readonly indirect: readonly Indirect[]
  /** Whom each sentence is about. */
  readonly focus: readonly (Person | undefined)[]
  readonly last: LastSpeaker | undefined
}

/** Gives a quote that no word reports the speaker of the quote, or of the reported speech, nearest to it. */
export function inherit(reading: Reading, around: Surroundings): void {
  const source = findSource(reading, around)
  reading.rule = source.rule
  reading.confidence = source.confidence
  if (source.speaker) reading.speaker = source.speaker
}

type Source = { readonly rule: SpeakerRule; readonly confidence: number; readonly speaker?: NamedSpeaker }

function findSource(reading: Reading, { paragraph, readings, indirect, focus, last }: Surroundings): Source {
  const isOwn = (other: Reading): boolean =>
    other !== reading &&
    other.speaker !== undefined &&
    other.rule !== undefined &&
    !other.rule.startsWith('inherited')
  const before = readings.findLast(other => isOwn(other) && other.quote.end <= reading.quote.start)
  if (before?.speaker) return { rule: 'inherited-before', confidence: 0.7, speaker: before.speaker }
  const reported = indirect.findLast(one => one.sentence < reading.sentence)
  if (reported) return { rule: 'inherited-indirect', confidence: 0.65, speaker: reported.speaker }
  const after = readings.find(other => isOwn(other) && other.quote.start >= reading.quote.end)
  if (after?.speaker && after.sentence <= reading.sentence + 1) {
    return { rule: 'inherited-after', confidence: 0.65, speaker: after.speaker }
  }
  // Somebody acts, and then words stand there: `Ulvestrøm shakes her head. “…”`
  const actor = focus.findLast((person, sentence) => person !== undefined && sentence <= reading.sentence)
  if (actor)
    return {
      rule: 'inherited-focus',
      confidence: 0.6,
      speaker: { text: actor.name, person: actor, how: 'name' },
    }
  if (last && paragraph - last.paragraph <= 1) {
    const confidence = last.isContinued ? 0.85 : last.isIndirect ? 0.45 : 0.5
    return { rule: 'inherited-paragraph', confidence, speaker: last.speaker }
  }
  return { rule: 'inherited-nothing', confidence: 0.3 }
}

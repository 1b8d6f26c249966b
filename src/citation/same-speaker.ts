import { speakerKeys, typedSpeakerKeys } from '../text/speaker-keys.ts'

/** Whether two names can be of one person: one is part of the other, or both sound alike in two scripts. */
export function isSameSpeaker(a: string, b: string): boolean {
  return isNamed(a, b) || isNamed(b, a)
}

function isNamed(typed: string, name: string): boolean {
  const keys = new Set(speakerKeys(name))
  return typedSpeakerKeys(typed).some(key => keys.has(key))
}

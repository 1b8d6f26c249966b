/** An id for the element that stands for a value, so that it is known again when it has moved. */
export const elementId = (kind: string, value: string): string =>
  `${kind}-${value.replaceAll(/[^A-Za-z0-9-]/gu, character => `_${(character.codePointAt(0) ?? 0).toString(16)}`)}`
